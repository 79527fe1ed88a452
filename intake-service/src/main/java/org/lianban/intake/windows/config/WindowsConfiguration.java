package org.lianban.intake.windows.config;

import java.util.Collection;
import java.util.Optional;
import org.lianban.contracts.catalog.Window;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.handler.WindowHandler;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.intake.windows.store.OperationRepository;
import org.lianban.intake.windows.web.WindowController;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Windows, and what is done at them. */
@Configuration(proxyBeanMethods = false)
@Import({OperationRepository.class, WindowLog.class, WindowHandler.class, WindowController.class})
public class WindowsConfiguration {
    @Bean
    WindowRights.Register windowRegister(CatalogCopy catalog) {
        return new WindowRights.Register() {
            @Override
            public Optional<Window> window(String id) {
                return catalog.window(id);
            }

            @Override
            public Collection<Window> windows(String region) {
                return catalog.windows(region);
            }
        };
    }

    /** @param mode whether only registered windows may receive */
    @Bean
    WindowRights windowRights(WindowRights.Register register,
            @Value("${lianban.intake.windows:REGISTERED}") WindowRights.Mode mode) {
        return new WindowRights(mode, register);
    }
}
