package org.lianban.scenarios.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Clients as a stranger generates them: the OpenAPI documents of a running system, read by OpenAPI Generator with its
 * checks on.
 *
 * @param root {@code openapi/NAME.json}, {@code java/NAME}, {@code typescript/NAME}
 */
record Generated(Path root) {
    /** Below {@code target}; the build puts it there. */
    private static final Path GENERATOR = Path.of("target", "tools", "openapi-generator-cli.jar").toAbsolutePath();

    /** @param documents OpenAPI documents by the name of their service */
    static Generated from(Map<String, String> documents, Path root) throws IOException {
        Path settings = Files.createDirectories(root.resolve("settings"));
        Path openapi = Files.createDirectories(root.resolve("openapi"));
        List<String> command = new ArrayList<>(
                List.of(Commands.java(), "-jar", GENERATOR.toString(), "batch", "--fail-fast", "--timeout", "5"));
        for (Map.Entry<String, String> document : new TreeMap<>(documents).entrySet()) {
            String name = document.getKey();
            Path from = Files.writeString(openapi.resolve(name + ".json"), document.getValue());
            command.add(settings(settings, "java", name, from, root, """
                      library: native
                      openApiNullable: false
                      useJakartaEe: true
                      hideGenerationTimestamp: true
                      invokerPackage: client.%1$s
                      apiPackage: client.%1$s.api
                      modelPackage: client.%1$s.model
                    """.formatted(name)));
            command.add(settings(settings, "typescript", name, from, root, "  importFileExtension: ''\n"));
        }
        Commands.run(root, "generate", command);
        return new Generated(root);
    }

    private static String settings(Path folder, String language, String name, Path document, Path root, String options)
            throws IOException {
        return Files.writeString(folder.resolve(language + "-" + name + ".yaml"), """
                generatorName: %s
                inputSpec: %s
                outputDir: %s
                additionalProperties:
                %s""".formatted("java".equals(language) ? "java" : "typescript-fetch", document.toAbsolutePath(),
                root.resolve(language).resolve(name).toAbsolutePath(), options)).toAbsolutePath().toString();
    }

    Path java() {
        return root.resolve("java");
    }

    Path typescript() {
        return root.resolve("typescript");
    }
}
