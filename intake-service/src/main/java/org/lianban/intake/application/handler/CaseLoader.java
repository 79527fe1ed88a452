package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.lianban.intake.application.Application.Stored;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.checking.Filing.Handed;
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.Numbers;
import org.lianban.intake.commands.store.NumberRepository;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.materials.store.MaterialRepository;
import reactor.core.publisher.Mono;

/** Reads, with as few statements as there are tables, what a batch of commands needs; cases are locked. */
public record CaseLoader(ApplicationRepository applications, MaterialRepository materials, NumberRepository numbers) {
    /**
     * What was found.
     *
     * @param cases locked, by number
     * @param materials by digest
     */
    record Known(Map<String, Stored> cases, Map<String, StoredMaterial> materials) {}

    Mono<Known> load(Connection tx, List<IntakeCommand> commands) {
        TreeSet<String> cases = new TreeSet<>();
        commands.forEach(command -> {
            if (command instanceof IntakeCommand.OfCase ofCase) {
                cases.add(ofCase.caseNo());
            }
        });
        return applications.lock(tx, cases).flatMap(locked -> files(tx, commands.stream()
                .flatMap(command -> digests(command).stream()).distinct().toList())
                .map(files -> new Known(locked, files)));
    }

    Mono<Map<String, StoredMaterial>> files(Connection connection, List<String> digests) {
        return materials.find(connection, digests);
    }

    private static List<String> digests(IntakeCommand command) {
        return switch (command) {
            case IntakeCommand.File file -> file.filing().digests();
            case IntakeCommand.Changing changing -> changing.changes().read().digests();
            case IntakeCommand.Supplement supplement -> supplement.materials().stream().map(Handed::digest)
                    .filter(Objects::nonNull).map(d -> d).toList();
            case IntakeCommand.OfCase other -> List.of();
        };
    }

    Mono<Numbers> numbers(Connection tx, Instant now, SortedMap<Numbers.Counter, Integer> wanted) {
        return numbers.take(tx, Days.in(now), wanted);
    }

    Mono<Void> giveBack(Connection tx, Instant now, Numbers taken) {
        return numbers.giveBack(tx, Days.in(now), taken.unused());
    }
}
