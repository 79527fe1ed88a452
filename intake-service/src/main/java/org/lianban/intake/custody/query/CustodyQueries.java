package org.lianban.intake.custody.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.commands.Series;
import org.lianban.intake.custody.Custodian;
import org.lianban.intake.custody.Custody;
import org.lianban.intake.custody.Digitiser;
import org.lianban.intake.custody.Original;
import org.lianban.intake.custody.store.CustodyRepository;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.materials.store.MaterialFiles;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 原件查询: where originals are, which have to be given back, and what an inspector is shown. */
public record CustodyQueries(Database database, ApplicationRepository applications, CustodyRepository custody,
        MaterialRepository materials, MaterialFiles files, CatalogCopy catalog) {
    /**
     * @param copy address of the electronic copy; null: there is none
     * @param custody where the original is; null: none was handed in
     * @param custodian who has it
     */
    public record Inspected(String code, String name, MaterialRef.Form form, @Nullable String digest,
            @Nullable String sm3, @Nullable String copy, @Nullable String attestedBy,
            Original.@Nullable Status custody, @Nullable String custodian) {}

    /** 检查查看. */
    public record Inspection(String caseNo, List<Inspected> materials, String note) {}

    /** 退还任务. @param materials to be given back; empty: none. @param holders who has each of them now */
    public record ReturnTask(String caseNo, String state, List<String> materials, Map<String, String> holders) {}

    /** 打印留存 of a case. */
    public record PrintList(String caseNo, List<Custody.Print> prints) {}

    /** 核对结果 of one copy. @param found null: the file is gone */
    public record AttestationCheck(String material, int ordinal, boolean matches, boolean current, String attested,
            @Nullable String found, String clerk, @Nullable String window, Instant at) {
        static AttestationCheck of(Custody.Attestation a, boolean current, @Nullable String found) {
            return new AttestationCheck(a.material(), a.ordinal(), a.sm3().equals(found), current, a.sm3(), found,
                    a.clerk(), a.window(), a.at());
        }
    }

    /** 核对. */
    public record Verified(String caseNo, List<AttestationCheck> checks) {}

    private record Scene(Filed state, Custody custody, List<Custody.Attestation> attestations) {}

    /** Empty where there is no such application; so are the others. */
    public Mono<Optional<Custody.Originals>> originals(String caseNo) {
        return scene(caseNo).map(found -> found.map(scene -> Custody.Originals.of(caseNo, scene.custody())));
    }

    public Mono<Optional<PrintList>> prints(String caseNo) {
        return scene(caseNo).flatMap(found -> found.isEmpty()
                ? Mono.just(Optional.empty())
                : database.withConnection(c -> custody.prints(c, caseNo))
                        .map(prints -> Optional.of(new PrintList(caseNo, prints))));
    }

    public Mono<Optional<Inspection>> inspection(String caseNo) {
        return scene(caseNo).map(found -> found.map(scene -> new Inspection(caseNo,
                scene.state().dossier().pack().materials().stream().map(m -> inspected(m, scene)).toList(),
                "原件由牵头部门统一留存，检查、考核查看电子件，不要求提供原件")));
    }

    private static Inspected inspected(MaterialRef m, Scene scene) {
        Custody.Attestation attested = scene.attestations().stream().filter(a -> a.material().equals(m.code()))
                .reduce((first, second) -> second).orElse(null);
        String digest = m.digest() == null && attested != null ? attested.digest() : m.digest();
        Original original = scene.custody().original(m.code()).orElse(null);
        return new Inspected(m.code(), m.name(), m.form(), digest, attested == null ? m.sm3() : attested.sm3(),
                digest == null ? null : "/api/materials/" + digest, attested == null ? null : attested.clerk(),
                original == null ? null : original.status(), original == null ? null : original.holder());
    }

    /** Computes every attested copy anew. */
    public Mono<Optional<Verified>> verified(String caseNo) {
        return scene(caseNo).flatMap(found -> found.isEmpty()
                ? Mono.just(Optional.empty())
                : Flux.fromIterable(found.get().attestations())
                        .concatMap(a -> files.sm3(a.digest())
                                .map(sm3 -> AttestationCheck.of(a, current(found.get().state(), a), sm3))
                                .defaultIfEmpty(AttestationCheck.of(a, current(found.get().state(), a), null)))
                        .collectList().map(list -> Optional.of(new Verified(caseNo, list))));
    }

    private static boolean current(Filed state, Custody.Attestation attestation) {
        return state.dossier().pack().materials().stream().anyMatch(
                m -> m.code().equals(attestation.material()) && attestation.digest().equals(m.digest()));
    }

    /** A file that is to be attested, with what was uploaded under its digest; empty where its content is gone. */
    public Mono<Optional<Digitiser.Copy>> copy(String material, String digest) {
        return database.withConnection(c -> materials.find(c, List.of(digest))).flatMap(found -> {
            StoredMaterial stored = found.get(digest);
            return stored == null
                    ? Mono.just(Optional.of(new Digitiser.Copy(material, digest, null, "")))
                    : files.sm3(digest).map(sm3 -> Optional.of(new Digitiser.Copy(material, digest,
                            new Digitiser.Stored(stored.mediaType(), stored.bytes()), sm3)))
                            .defaultIfEmpty(Optional.empty());
        });
    }

    /**
     * 退还任务: of every case that ended without approval, by number.
     *
     * @param region first digits of the region code
     */
    public Mono<List<ReturnTask>> returns(String region, String after, int limit) {
        return database.withConnection(c -> custody.ended(c, region, after, limit)
                .flatMap(numbers -> applications.lookUp(c, numbers).flatMap(found -> custody.rows(c, numbers)
                        .map(rows -> numbers.stream()
                                .map(no -> task(Objects.requireNonNull(found.get(no)).state(), rows)).toList()))));
    }

    private ReturnTask task(Filed state, CustodyRepository.Rows rows) {
        String caseNo = state.dossier().caseNo();
        List<String> returnable = Custodian.Ended.returnable(state,
                catalog.requireVersion(state.dossier().catalogHash()));
        Custody now = rows.custody(state);
        List<String> open = now.ready(Original.Step.RETURN).stream().filter(returnable::contains).toList();
        Map<String, String> holders = new TreeMap<>();
        now.originals().stream().filter(o -> open.contains(o.material()))
                .forEach(o -> holders.put(o.material(), o.holder() == null ? "" : o.holder()));
        return new ReturnTask(caseNo, state.status().name(), List.copyOf(holders.keySet()), holders);
    }

    private Mono<Optional<Scene>> scene(String caseNo) {
        return !Series.isCaseNumber(caseNo)
                ? Mono.just(Optional.empty())
                : database.withConnection(c -> applications.find(c, caseNo).flatMap(found -> found.isEmpty()
                        ? Mono.just(Optional.empty())
                        : custody.rows(c, List.of(caseNo)).map(rows -> Optional.of(new Scene(found.get().state(),
                                rows.custody(found.get().state()), rows.attestations(caseNo))))));
    }
}
