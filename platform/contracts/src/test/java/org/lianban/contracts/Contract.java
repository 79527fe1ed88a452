package org.lianban.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.contracts.province.CaseRecords;
import org.lianban.contracts.province.CaseStatus;
import org.lianban.contracts.province.ProvinceApplication;
import org.lianban.contracts.province.Reconciliation;
import org.lianban.contracts.province.RecordAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One published shape and where its files lie.
 *
 * @param type {@code org.lianban.<source>.<Event>.v<N>}, as in the header {@code ce_type}; N is 1, or what the record's
 *     name ends in ({@code CaseReceivedV2})
 */
record Contract(String type, Class<?> carrier) {
    static final Path SCHEMAS = Path.of("src/main/resources/org/lianban/contracts/schema");
    static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** As every service writes: what is unknown is left out, and never null. */
    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** Everything that crosses a service's border; a family's new record is here by itself. */
    static List<Contract> all() {
        List<Contract> all = new ArrayList<>();
        family(all, "catalog", CatalogEvent.class);
        family(all, "intake", IntakeEvent.class);
        family(all, "dispatch", DispatchEvent.class);
        family(all, "department", DepartmentEvent.class);
        family(all, "result", ResultEvent.class);
        for (Class<?> single : List.of(ProvinceApplication.class, ApplicationReply.class, CaseStatus.class,
                CaseRecords.class, RecordAnswer.class, Reconciliation.class, Reconciliation.Differences.class)) {
            all.add(of("province", single));
        }
        for (Class<?> single : List.of(Delivery.class, Reply.class, ReplyAnswer.class)) {
            all.add(of("department", single));
        }
        return all;
    }

    private static Contract of(String source, Class<?> carrier) {
        String simple = carrier.getSimpleName();
        int v = simple.matches(".+V\\d+") ? simple.lastIndexOf('V') : simple.length();
        String version = v < simple.length() ? simple.substring(v + 1) : "1";
        return new Contract("org.lianban." + source + "." + simple.substring(0, v) + ".v" + version, carrier);
    }

    private static void family(List<Contract> all, String source, Class<?> family) {
        for (Class<?> carrier : family.getPermittedSubclasses()) {
            all.add(of(source, carrier));
        }
    }

    Path schema() {
        return SCHEMAS.resolve(type + ".json");
    }

    Path golden() {
        return GOLDEN.resolve(type + ".json");
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Set<String> typesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return type;
    }
}
