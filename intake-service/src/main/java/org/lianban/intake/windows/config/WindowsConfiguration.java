package org.lianban.intake.windows.config;

import java.util.Collection;
import java.util.Optional;
import org.lianban.contracts.catalog.Window;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.WindowRights.Register;
import org.lianban.intake.windows.handler.WindowHandler;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.intake.windows.store.OperationRepository;
import org.lianban.intake.windows.web.WindowController;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Windows, and what is done at them. */
@Configuration(proxyBeanMethods = false)
@Import({OperationRepository.class, WindowLog.class, WindowHandler.class, WindowController.class})
@EnableConfigurationProperties(WindowsConfiguration.Properties.class)
public class WindowsConfiguration {
    /** @param windows whether only registered windows may receive */
    @ConfigurationProperties("lianban.intake")
    record Properties(@DefaultValue("REGISTERED") WindowRights.Mode windows) {}

    @Bean
    Register windowRegister(CatalogCopy catalog) {
        return new Register() {
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

    @Bean
    WindowRights windowRights(Register register, Properties properties) {
        return new WindowRights(properties.windows(), register);
    }
}
