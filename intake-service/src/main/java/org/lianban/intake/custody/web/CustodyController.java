package org.lianban.intake.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.application.web.Door;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.custody.Handover;
import org.lianban.intake.custody.handler.CustodyDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 原件: handing over, keeping, giving back, printing. */
@RestController
@RequestMapping("/api/applications/{caseNo}")
@Tag(name = "custody", description = "原件保管: paper on its way to the lead department or back, attested copies")
public class CustodyController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final Set<Role> PRINTERS = EnumSet.of(Role.DEPARTMENT_OFFICER, Role.LEAD_DEPARTMENT,
            Role.WINDOW_CLERK);

    private final Door door;
    private final CustodyDesk desk;

    public CustodyController(Door door, CustodyDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @Operation(summary = "移交: hand the paper originals over to the lead department",
            description = "Left out materials: all that the window has. Left out department: the lead of the one-thing.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.TRANSFER))))
    @ApiResponse(responseCode = "200", description = "Where every original is now",
            content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.ORIGINALS)))
    @ApiResponse(responseCode = "403", description = "Not a window clerk")
    @ApiResponse(responseCode = "409", description = "Not received yet, or nothing left to hand over")
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @Keyed
    @PostMapping(path = "/originals/transfer", consumes = JSON)
    Mono<ResponseEntity<String>> transfer(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = clerk(headers);
        Fields f = new Fields(door.read(body));
        Handover.Transfer command = new Handover.Transfer(f.materials(), f.text("to", 64),
                f.required("receiver", 100, "请填写接收人"), f.courier("courier"));
        f.raise();
        return submit(caseNo, command, actor, "originals/transfer", headers, body);
    }

    @Operation(summary = "留存: the lead department confirms that it has the originals",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.RETENTION))))
    @ApiResponse(responseCode = "200", description = "Where every original is now",
            content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.ORIGINALS)))
    @Keyed
    @PostMapping(path = "/originals/retention", consumes = JSON)
    Mono<ResponseEntity<String>> retain(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.LEAD_DEPARTMENT);
        if (actor.role() != Role.LEAD_DEPARTMENT) {
            throw Problem.forbidden("原件由牵头部门清点留存");
        }
        Fields f = new Fields(door.read(body));
        Handover.Retain command = new Handover.Retain(f.materials(), f.required("place", 200, "请填写存放位置"));
        f.raise();
        return submit(caseNo, command, actor, "originals/retention", headers, body);
    }

    @Operation(summary = "退还: give originals back after a withdrawal or an end without approval, against a signed list",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.RETURN))))
    @ApiResponse(responseCode = "200", description = "Where every original is now",
            content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.ORIGINALS)))
    @ApiResponse(responseCode = "409", description = "Still needed: the case goes on or was approved")
    @Keyed
    @PostMapping(path = "/originals/return", consumes = JSON)
    Mono<ResponseEntity<String>> giveBack(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = clerk(headers);
        Fields f = new Fields(door.read(body));
        Handover.Return command = new Handover.Return(f.materials(), f.required("receiver", 100, "请填写领回人"),
                f.digest("signature"), f.courier("courier"));
        f.raise();
        return submit(caseNo, command, actor, "originals/return", headers, body);
    }

    @Operation(summary = "打印留存: record that electronic copies were printed for a paper file",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(CustodyExamples.PRINT))))
    @ApiResponse(responseCode = "200", description = "Recorded")
    @Keyed
    @PostMapping(path = "/prints", consumes = JSON)
    Mono<ResponseEntity<String>> print(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        if (!PRINTERS.contains(actor.role())) {
            throw Problem.forbidden("只有窗口和审批部门可以登记打印");
        }
        Fields f = new Fields(door.read(body));
        List<String> materials = f.materials();
        if (materials.isEmpty()) {
            f.fault("/materials", "MISSING", "请列明打印的材料");
        }
        int copies = f.number("copies", 1, 1, 99);
        String purpose = f.required("purpose", 200, "请填写用途");
        f.raise();
        return door.submit(new Order.Aside(caseNo, desk.print(caseNo, materials, copies, purpose, actor)), actor,
                headers, operation(caseNo, "prints"), body);
    }

    private Mono<ResponseEntity<String>> submit(String caseNo, Handover command, Actor actor,
            String name, HttpHeaders headers, byte @Nullable [] body) {
        return door.submit(new Order.Aside(caseNo, desk.handover(caseNo, command, actor)), actor, headers,
                operation(caseNo, name), body);
    }

    private static Actor clerk(HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.WINDOW_CLERK);
        if (actor.role() != Role.WINDOW_CLERK) {
            throw Problem.forbidden("原件由综合受理窗口移交和退还");
        }
        return actor;
    }

    static String operation(String caseNo, String command) {
        return "POST /api/applications/" + caseNo + "/" + command;
    }
}
