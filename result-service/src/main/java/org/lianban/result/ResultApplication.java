package org.lianban.result;

import org.lianban.kit.config.ServiceStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** result-service, port 8084. */
@SpringBootApplication
public class ResultApplication {
    public static void main(String[] args) {
        ServiceStart.of("result-service", ResultApplication.class).run(args);
    }
}
