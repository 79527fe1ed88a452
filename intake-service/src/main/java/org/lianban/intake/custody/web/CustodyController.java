package org.lianban.intake.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Set;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.http.TraceParent;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.custody.Custodian;
import org.lianban.intake.custody.Custody;
import org.lianban.intake.custody.handler.CustodyHandler;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 原件: handing over, keeping, giving back, printing, and answering for a copy. */
@RestController
@RequestMapping("/api/applications/{caseNo}")
@Tag(name = "custody", description = "原件保管: paper on its way to the lead department or back, attested copies")
public record CustodyController(Doors doors, CustodyHandler handler) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final Set<Role> PRINTERS = EnumSet.of(Role.DEPARTMENT_OFFICER, Role.LEAD_DEPARTMENT,
            Role.WINDOW_CLERK);

    @Operation(summary = "移交: hand the paper originals over to the lead department",
            description = "Left out materials: all that the window has. Left out department: the lead of the one-thing.")
    @ApiResponse(responseCode = "403", description = "Not a window clerk")
    @ApiResponse(responseCode = "409", description = "Not received yet, or nothing left to hand over")
    @HonoursKey
    @PostMapping(path = "/originals/transfer", consumes = JSON)
    Mono<ResponseEntity<Custody.Originals>> transfer(@PathVariable String caseNo,
            @RequestBody Custodian.Handover.Transfer body, ServerHttpRequest request) {
        return handover(caseNo, body, request);
    }

    @Operation(summary = "留存: the lead department confirms that it has the originals")
    @HonoursKey
    @PostMapping(path = "/originals/retention", consumes = JSON)
    Mono<ResponseEntity<Custody.Originals>> retain(@PathVariable String caseNo,
            @RequestBody Custodian.Handover.Retain body, ServerHttpRequest request) {
        return handover(caseNo, body, request);
    }

    @Operation(summary = "退还: give originals back after a withdrawal or an end without approval, against a signed list")
    @ApiResponse(responseCode = "409", description = "Still needed: the case goes on or was approved")
    @HonoursKey
    @PostMapping(path = "/originals/return", consumes = JSON)
    Mono<ResponseEntity<Custody.Originals>> giveBack(@PathVariable String caseNo,
            @RequestBody Custodian.Handover.Return body, ServerHttpRequest request) {
        return handover(caseNo, body, request);
    }

    private Mono<ResponseEntity<Custody.Originals>> handover(String caseNo, Custodian.Handover command,
            ServerHttpRequest request) {
        boolean lead = command instanceof Custodian.Handover.Retain;
        Role role = lead ? Role.LEAD_DEPARTMENT : Role.WINDOW_CLERK;
        Actor actor = Doors.actor(request, role, Set.of(role), lead ? "原件由牵头部门清点留存" : "原件由综合受理窗口移交和退还");
        return Doors.said(handler.handover(doors.keyed(command, actor, request), caseNo, actor,
                TraceParent.of(request.getHeaders())));
    }

    @Operation(summary = "打印留存: record that electronic copies were printed for a paper file")
    @HonoursKey
    @PostMapping(path = "/prints", consumes = JSON)
    Mono<ResponseEntity<Custody.Print>> print(@PathVariable String caseNo, @RequestBody Custody.Print.PrintTerms body,
            ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Role.APPLICANT, PRINTERS, "只有窗口和审批部门可以登记打印");
        return Doors.said(handler.print(doors.keyed(body, actor, request), caseNo, actor));
    }

    @Operation(summary = "一致性确认: a clerk confirms that an uploaded copy is what the paper says",
            description = """
                    Before the receipt the copy takes the paper's place, so that all departments get it with the receipt.
                    original: KEPT, the window keeps it; SHOWN, it was compared and given back.""")
    @ApiResponse(responseCode = "403", description = "Not a window clerk")
    @HonoursKey
    @PostMapping(path = "/materials/{code}/attestation", consumes = JSON)
    Mono<ResponseEntity<Custody.Attestation>> attest(@PathVariable String caseNo, @PathVariable String code,
            @RequestBody Custody.Attestation.AttestationTerms body, ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Role.WINDOW_CLERK, Set.of(Role.WINDOW_CLERK), "电子材料与纸质材料的一致性由收件窗口人员确认");
        return Doors.said(handler.attest(doors.keyed(body, actor, request), caseNo, code, actor));
    }
}
