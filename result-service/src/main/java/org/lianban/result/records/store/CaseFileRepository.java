package org.lianban.result.records.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.records.CaseFile;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row per received case; parties rest sealed. */
public record CaseFileRepository(JsonMapper json, PersonalDataCipher cipher) {
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {
    };
    private static final TypeReference<List<MaterialRef>> MATERIALS = new TypeReference<>() {
    };

    /** The first file of a case stands. */
    public Mono<Void> insert(Connection tx, List<CaseFile> files) {
        return files.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into case_file (case_no, people, answers, materials, facts)
                        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                        on conflict (case_no) do nothing
                        """, Columns.texts(files, CaseFile::caseNo),
                        Columns.texts(files, f -> cipher.seal(json.writeValueAsString(f.people()))),
                        Columns.texts(files, f -> json.writeValueAsString(f.answers())),
                        Columns.texts(files, f -> json.writeValueAsString(f.materials())),
                        Columns.texts(files, f -> json.writeValueAsString(f.facts()))).then();
    }

    /** Those that exist, by case number. */
    public Mono<Map<String, CaseFile>> find(Connection connection, Collection<String> cases) {
        return cases.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(connection, """
                        select case_no, people, answers, materials, facts from case_file where case_no = any($1)
                        """, this::file, (Object) Columns.texts(cases))
                        .map(found -> found.stream().collect(Collectors.toMap(CaseFile::caseNo, f -> f)));
    }

    public Mono<Optional<CaseFile>> one(Connection connection, String caseNo) {
        return find(connection, List.of(caseNo)).map(found -> Optional.ofNullable(found.get(caseNo)));
    }

    private CaseFile file(Readable row) {
        return new CaseFile(Columns.text(row, "case_no"),
                json.readValue(cipher.open(Columns.text(row, "people")), CaseFile.People.class),
                json.readValue(Columns.text(row, "answers"), ANSWERS),
                json.readValue(Columns.text(row, "materials"), MATERIALS),
                json.readValue(Columns.text(row, "facts"), ReceiptFacts.class));
    }
}
