package org.lianban.intake.materials.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.materials.FileKind;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.materials.handler.MaterialHandler;
import org.lianban.kit.access.AccessLog;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 材料: uploads and downloads, streamed both ways. */
@RestController
@RequestMapping("/api/materials")
@Tag(name = "materials", description = "材料: files by digest; the same file twice is stored once")
public record MaterialController(Doors doors, MaterialHandler handler, AccessLog log) {
    private static final String STORED = """
            {"digest":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "mediaType":"application/pdf","bytes":48213}""";
    /** Boundaries and part headers of a multipart body. */
    private static final long ENVELOPE = 64 * 1024;

    @Operation(summary = "Upload one file as the request body, up to 20 MB",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = {
                    @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                    @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                    @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                    @Content(mediaType = "application/ofd", schema = @Schema(type = "string", format = "binary"))}))
    @ApiResponse(responseCode = "201", description = "Stored, now or before", content = @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(STORED)))
    @ApiResponse(responseCode = "413", description = "Larger than 20 MB")
    @ApiResponse(responseCode = "415", description = "Not a type that is taken, or not what its first bytes say")
    @HonoursKey
    @PostMapping
    Mono<ResponseEntity<MaterialHandler.Kept>> upload(ServerHttpRequest request) {
        return Mono.defer(() -> {
            FileKind kind = kind(request.getHeaders().getContentType());
            requireSize(request.getHeaders().getContentLength(), FileKind.MAX_BYTES);
            return keep(handler.take(request.getBody(), kind), request);
        });
    }

    @Operation(summary = "Upload one file as the first file part of a form, up to 20 MB")
    @HonoursKey
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<MaterialHandler.Kept>> uploadForm(@Parameter(hidden = true) @RequestBody Flux<PartEvent> parts,
            ServerHttpRequest request) {
        return Mono.defer(() -> {
            requireSize(request.getHeaders().getContentLength(), FileKind.MAX_BYTES + ENVELOPE);
            AtomicBoolean taken = new AtomicBoolean();
            Mono<StoredMaterial> first = parts.windowUntil(PartEvent::isLast)
                    .concatMap(part -> part.switchOnFirst((event, events) -> event.get() instanceof FilePartEvent file
                            && taken.compareAndSet(false, true)
                                    ? handler.take(events.map(PartEvent::content),
                                            kind(file.headers().getContentType()))
                                    : events.doOnNext(e -> DataBufferUtils.release(e.content())).then(Mono.empty())))
                    // The rest of the form is read and dropped, so that the connection can be used again.
                    .collectList().flatMap(files -> Mono.justOrEmpty(files.stream().findFirst()));
            return keep(first.switchIfEmpty(Mono.error(() -> Problem.badRequest(
                    List.of(new Fault("", "MISSING", "请求中没有文件"))))), request);
        });
    }

    private static FileKind kind(org.springframework.http.@Nullable MediaType declared) {
        return FileKind.of(declared == null ? "" : declared.getType() + "/" + declared.getSubtype())
                .orElseThrow(() -> Problem.unsupportedType("文件类型应为：" + String.join("、", FileKind.mediaTypes())));
    }

    private static void requireSize(long declared, long limit) {
        if (declared > limit) {
            throw tooLarge();
        }
    }

    private static Problem tooLarge() {
        return Problem.tooLarge("单个文件最大 " + FileKind.MAX_BYTES / 1024 / 1024 + " MB");
    }

    private Mono<ResponseEntity<MaterialHandler.Kept>> keep(Mono<StoredMaterial> taken, ServerHttpRequest request) {
        return taken.onErrorMap(FileKind.NotTaken.class, refused -> switch (refused.reason()) {
            case TOO_LARGE -> tooLarge();
            case NOT_OF_ITS_TYPE -> Problem.unsupportedType("文件内容与声明的类型不符");
            case EMPTY -> Problem.badRequest(List.of(new Fault("", "MISSING", "文件没有内容")));
        }).flatMap(material -> {
            Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
            return Doors.said(handler.keep(doors.keyed(material, actor, request), actor),
                    made -> "/api/materials/" + made.digest());
        });
    }

    @Operation(summary = "Whether a file is there, with its type and length")
    @ApiResponse(responseCode = "200", content = @Content)
    @ApiResponse(responseCode = "404", description = "No such file", content = @Content)
    @RequestMapping(path = "/{digest}", method = RequestMethod.HEAD)
    Mono<ResponseEntity<Void>> head(@PathVariable String digest) {
        return known(digest).map(material -> described(material).build());
    }

    @Operation(summary = "Download a file; officers say for which purpose, and every download is logged")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*"))
    @ApiResponse(responseCode = "403", description = "The role may not read files, or not for this purpose")
    @ApiResponse(responseCode = "404", description = "No such file")
    @Parameter(in = ParameterIn.HEADER, name = AccessPolicy.Purpose.HEADER, example = "REVIEW",
            description = "使用目的, for officers")
    @GetMapping("/{digest}")
    Mono<ResponseEntity<Flux<DataBuffer>>> download(@PathVariable String digest,
            @Parameter(description = "The case it is read for",
                    example = "41072120260918YJS000001F") @RequestParam @Nullable String caseNo,
            ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        String purpose = request.getHeaders().getFirst(AccessPolicy.Purpose.HEADER);
        if (!AccessPolicy.mayReadFile(actor, purpose)) {
            throw Problem.forbidden("查看材料文件须注明目的（" + AccessPolicy.Purpose.HEADER + "），且该角色可以为此目的查看");
        }
        String subject = caseNo != null && Series.isCaseNumber(caseNo) ? caseNo : digest;
        return known(digest).delayUntil(material -> log.record(actor, subject,
                AccessPolicy.Purpose.of(purpose).map(Enum::name).orElse(actor.role().name()),
                List.of("file:" + digest)))
                .map(material -> described(material).body(handler.content(digest)));
    }

    private Mono<StoredMaterial> known(String digest) {
        return handler.find(digest)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此摘要的文件")));
    }

    private static ResponseEntity.BodyBuilder described(StoredMaterial material) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(material.mediaType()))
                .contentLength(material.bytes()).eTag("\"" + material.digest() + "\"")
                .header("X-Content-Type-Options", "nosniff");
    }
}
