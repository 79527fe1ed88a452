package org.lianban.result.records.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lianban.command.Actor.Role;
import org.lianban.command.FaultCode;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.kit.access.AccessLog;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.notices.web.NoticeExamples;
import org.lianban.result.records.handler.ArchiveHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 归档: packages that prove themselves with {@code deploy/lianban verify}. */
@RestController
@RequestMapping("/api/cases/{caseNo}")
@Tag(name = "archive", description = "归档：电子档案包，离线可检验")
record ArchiveController(ArchiveHandler archives, AccessLog access) {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final Set<Role> ARCHIVISTS = EnumSet.of(Role.LEAD_DEPARTMENT, Role.CATALOG_ADMIN, Role.OPERATOR,
            Role.SYSTEM);
    private static final Set<Role> READERS = EnumSet.of(Role.LEAD_DEPARTMENT, Role.CATALOG_ADMIN,
            Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_SYSTEM, Role.INSPECTOR, Role.SUPERVISOR, Role.OPERATOR);

    @PostMapping("/archive")
    @Operation(summary = "归档",
            description = "Once every item has ended and every result is delivered. Repeating it answers the same.")
    Mono<ArchiveHandler.Archived> archive(@PathVariable @Parameter(example = NoticeExamples.CASE) String caseNo,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Role.LEAD_DEPARTMENT), ARCHIVISTS, "归档");
        return archives.archive(Answers.key("caseNo", caseNo), actor).map(Answers::of);
    }

    @GetMapping("/archive")
    @Operation(summary = "下载归档包", description = "The very bytes that were archived; their SHA-256 is the digest. "
            + "Verify with `deploy/lianban verify PACKAGE`. Originals are with the lead department and are not offered here.")
    Mono<ResponseEntity<byte[]>> archived(@PathVariable String caseNo, @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Role.LEAD_DEPARTMENT), READERS, "读取归档包");
        return access.record(actor, Answers.key("caseNo", caseNo), "读取归档包", List.of("archive"))
                .then(archives.archived(caseNo)).map(Answers::of).map(bytes -> zip(caseNo, bytes));
    }

    @GetMapping("/items/{itemNo}/archive")
    @Operation(summary = "事项归档包", description = "For the department that handled the item; made when it is asked for.")
    Mono<ResponseEntity<byte[]>> ofItem(@PathVariable String caseNo, @PathVariable String itemNo,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Role.DEPARTMENT_OFFICER), READERS, "读取归档包");
        if (!itemNo.matches("[0-9]{2}")) {
            throw Problem.badRequest(List.of(FaultCode.MALFORMED.at("?itemNo", "事项编号", "两位数字")));
        }
        return access.record(actor, Answers.key("caseNo", caseNo), "读取事项归档包", List.of("archive"))
                .then(archives.ofItem(caseNo, itemNo)).map(Answers::of).map(bytes -> zip(caseNo + "-" + itemNo, bytes));
    }

    private static ResponseEntity<byte[]> zip(String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".zip\"").body(bytes);
    }
}
