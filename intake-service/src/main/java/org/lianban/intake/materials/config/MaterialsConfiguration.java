package org.lianban.intake.materials.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.lianban.intake.materials.handler.MaterialHandler;
import org.lianban.intake.materials.store.MaterialFiles;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.intake.materials.web.MaterialController;
import org.lianban.kit.config.LianbanProperties;
import org.lianban.security.PersonalDataCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Uploaded files. */
@Configuration(proxyBeanMethods = false)
@Import({MaterialRepository.class, MaterialHandler.class, MaterialController.class})
public class MaterialsConfiguration {
    @Bean
    MaterialFiles materialFiles(LianbanProperties properties, PersonalDataCipher cipher) throws IOException {
        MaterialFiles files = new MaterialFiles(Path.of(properties.dataDir()), cipher);
        // File times are the machine's, so the machine's clock judges their age.
        files.sweep(InstantSource.system().instant());
        return files;
    }
}
