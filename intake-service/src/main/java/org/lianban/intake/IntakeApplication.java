package org.lianban.intake;

import org.lianban.intake.application.config.ApplicationConfiguration;
import org.lianban.intake.checking.config.CheckingConfiguration;
import org.lianban.intake.commands.config.CommandsConfiguration;
import org.lianban.intake.consultation.config.ConsultationConfiguration;
import org.lianban.intake.custody.config.CustodyConfiguration;
import org.lianban.intake.materials.config.MaterialsConfiguration;
import org.lianban.intake.parties.config.PartiesConfiguration;
import org.lianban.intake.province.config.ProvinceConfiguration;
import org.lianban.intake.windows.config.WindowsConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** intake-service on its own, or as one of several in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandsConfiguration.class, WindowsConfiguration.class, MaterialsConfiguration.class,
        PartiesConfiguration.class, CheckingConfiguration.class, ApplicationConfiguration.class,
        CustodyConfiguration.class, ConsultationConfiguration.class, ProvinceConfiguration.class})
public class IntakeApplication {
    public static void main(String[] args) {
        run(args);
    }

    /** Starts with {@code intake.yaml}; returns once the doors are open. */
    public static ConfigurableApplicationContext run(String... args) {
        return run(context -> {}, args);
    }

    /** @param before may register beans of the place, such as another clock */
    public static ConfigurableApplicationContext run(
            ApplicationContextInitializer<ConfigurableApplicationContext> before, String... args) {
        return new SpringApplicationBuilder(IntakeApplication.class).initializers(before)
                .properties("spring.config.name=intake").run(args);
    }
}
