package org.lianban.catalog;

import org.lianban.kit.config.ServiceStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts catalog-service. */
@SpringBootApplication
public class CatalogApplication {
    public static void main(String[] args) {
        ServiceStart.of("catalog-service", CatalogApplication.class).run(args);
    }
}
