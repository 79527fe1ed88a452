package org.lianban.intake.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.application.web.Door;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.custody.Attestation;
import org.lianban.intake.custody.Digitiser;
import org.lianban.intake.custody.handler.CustodyDesk;
import org.lianban.intake.custody.store.CustodyStore;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.materials.store.MaterialFiles;
import org.lianban.intake.materials.store.MaterialStore;
import org.lianban.intake.numbering.Series;
import org.lianban.persistence.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 转化为电子材料: a clerk answers for a copy, and what the copy is now is compared with what it was then. */
@RestController
@RequestMapping("/api/applications/{caseNo}")
@Tag(name = "custody")
public class AttestationController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    /** What the controller reads. */
    public record Sources(Database database, ApplicationStore applications, MaterialStore materials,
            CustodyStore custody, MaterialFiles files) {}

    /** @param found null: the file is gone */
    record Check(String material, int ordinal, boolean matches, boolean current, String attested,
            @Nullable String found, String clerk, @Nullable String window, Instant at) {
        static Check of(Attestation.Check check) {
            Attestation a = check.attestation();
            return new Check(a.material(), a.ordinal(), check.matches(), check.current(), a.sm3(), check.found(),
                    a.clerk(), a.window(), a.at());
        }
    }

    record Verified(String caseNo, List<Check> checks) {}

    private final Door door;
    private final CustodyDesk desk;
    private final Sources sources;

    public AttestationController(Door door, CustodyDesk desk, Sources sources) {
        this.door = door;
        this.desk = desk;
        this.sources = sources;
    }

    @Operation(summary = "一致性确认: a clerk confirms that an uploaded copy is what the paper says",
            description = "Before the receipt the copy takes the paper's place, so that all departments get it with the receipt. original: KEPT, the window keeps it; SHOWN, it was compared and given back.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.ATTESTATION))))
    @ApiResponse(responseCode = "200", description = "Recorded with the SM3 digest of the stored file",
            content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.ATTESTED)))
    @ApiResponse(responseCode = "403", description = "Not a window clerk")
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @Keyed
    @PostMapping(path = "/materials/{code}/attestation", consumes = JSON)
    Mono<ResponseEntity<String>> attest(@PathVariable String caseNo, @PathVariable String code,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.WINDOW_CLERK);
        if (actor.role() != Role.WINDOW_CLERK) {
            throw Problem.forbidden("电子材料与纸质材料的一致性由收件窗口人员确认");
        }
        Fields f = new Fields(door.read(body));
        String digest = f.digest("digest");
        if (digest == null) {
            f.fault("/digest", "MISSING", "请注明电子件的摘要");
        }
        if (!Boolean.TRUE.equals(f.flag("consistent"))) {
            f.fault("/consistent", "NOT_CONFIRMED", "请确认电子件与纸质原件一致；不一致的，请重新扫描");
        }
        Kept original = f.choice("original", Kept.class);
        f.raise();
        return copy(code, Objects.requireNonNull(digest)).flatMap(copy -> door.submit(
                new Order.Aside(caseNo, desk.attest(caseNo, copy, original == Kept.KEPT, actor)), actor,
                headers, CustodyController.operation(caseNo, "materials/" + code + "/attestation"), body));
    }

    /** 原件去向. */
    enum Kept {
        KEPT, SHOWN
    }

    private Mono<Digitiser.Copy> copy(String code, String digest) {
        return sources.database().withConnection(c -> sources.materials().find(c, List.of(digest))).flatMap(found -> {
            StoredMaterial stored = found.get(digest);
            return stored == null
                    ? Mono.just(new Digitiser.Copy(code, digest, null, ""))
                    : sources.files().sm3(digest)
                            .map(sm3 -> new Digitiser.Copy(code, digest,
                                    new Digitiser.Stored(stored.mediaType(), stored.bytes()), sm3))
                            .switchIfEmpty(Mono.error(() -> Problem.unavailable("文件存储中没有此文件，请稍后再试")));
        });
    }

    @Operation(summary = "核对: compute every attested copy anew; a difference names the clerk who answers for it")
    @ApiResponse(responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.VERIFIED)))
    @ApiResponse(responseCode = "404", description = "No such application")
    @GetMapping("/attestations/verify")
    Mono<Verified> verify(@PathVariable String caseNo) {
        if (!Series.isCaseNumber(caseNo)) {
            return Mono.error(unknown());
        }
        return sources.database().withConnection(c -> sources.applications().find(c, caseNo).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.<List<Attestation.Check>>error(unknown());
            }
            return sources.custody().attestations(c, List.of(caseNo)).map(all -> all.getOrDefault(caseNo, List.of())
                    .stream().map(a -> new Attestation.Check(a, null, current(found.get().state(), a))).toList());
        })).flatMap(checks -> Flux.fromIterable(checks)
                .concatMap(check -> sources.files().sm3(check.attestation().digest())
                        .map(sm3 -> new Attestation.Check(check.attestation(), sm3, check.current()))
                        .defaultIfEmpty(check))
                .map(Check::of).collectList().map(list -> new Verified(caseNo, list)));
    }

    private static boolean current(Filed state, Attestation attestation) {
        return state.dossier().pack().materials().stream().anyMatch(
                m -> m.code().equals(attestation.material()) && attestation.digest().equals(m.digest()));
    }

    private static Problem unknown() {
        return Problem.notFound("没有此办件编号的申请");
    }
}
