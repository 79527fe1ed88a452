package org.lianban.result.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.notices.delivery.Shipment;
import org.lianban.result.notices.handler.ShipmentHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 寄递: parcels in both directions. */
@RestController
@RequestMapping("/api")
@Tag(name = "shipments", description = "寄递：材料与结果")
class ShipmentController {
    private static final int LONGEST = 100;
    private static final int LONGEST_NOTE = 200;

    private final ShipmentHandler desk;
    private final CaseQueries cases;

    ShipmentController(ShipmentHandler desk, CaseQueries cases) {
        this.desk = desk;
        this.cases = cases;
    }

    /** @param from and {@code to}: windows or offices, never an address of the applicant */
    record BookForm(@Nullable String carrier, @Nullable String courierNo, Shipment.@Nullable Direction direction,
            @Nullable String from, @Nullable String to, @Nullable List<Shipment.Content> contents) {
        Shipment shipment(Instant now) {
            List<Fault> faults = new ArrayList<>();
            var malformed = ShipmentHandler.malformed(carrier, courierNo);
            if (malformed != null) {
                faults.add(malformed);
            }
            if (direction == null) {
                faults.add(new Fault("/direction", "MISSING", "应说明寄递方向"));
            }
            place("/from", from, faults);
            place("/to", to, faults);
            if (contents == null || contents.isEmpty() || contents.size() > Shipment.MOST) {
                faults.add(new Fault("/contents", "MISSING", "应列明寄递的结果，1至%d件".formatted(Shipment.MOST)));
            } else {
                for (int i = 0; i < contents.size(); i++) {
                    content("/contents/" + i, contents.get(i), faults);
                }
            }
            if (!faults.isEmpty()) {
                throw Problem.unprocessable(faults);
            }
            return Shipment.prepared(Objects.requireNonNull(carrier), Objects.requireNonNull(courierNo),
                    Objects.requireNonNull(direction), Objects.requireNonNull(from), Objects.requireNonNull(to),
                    Objects.requireNonNull(contents), now);
        }

        private static void place(String pointer, @Nullable String place, List<Fault> faults) {
            if (place == null || place.isBlank() || place.length() > LONGEST) {
                faults.add(new Fault(pointer, "MISSING", "应写明窗口或者单位，最长100个字"));
            }
        }

        private static void content(String pointer, Shipment.Content content, List<Fault> faults) {
            if (content.caseNo() == null || !content.caseNo().matches("[0-9A-Za-z-]{1,64}")
                    || content.itemNo() == null || !content.itemNo().matches("[0-9]{2}")) {
                faults.add(new Fault(pointer, "MALFORMED", "应写明办件编号和两位事项序号"));
            }
        }
    }

    @PostMapping("/shipments")
    @Operation(summary = "Books a parcel; results of a higher level travel together",
            description = "Carrier and number name it: booking the same again is answered the same.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(OfficeExamples.SHIPMENT)))
    Mono<Shipment> book(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(examples = @ExampleObject(OfficeExamples.BOOKING))) @RequestBody BookForm form,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.COURIERS, "登记寄递");
        return desk.book(form.shipment(desk.now()), actor);
    }

    /** @param at when it happened; now where nothing is said */
    record StepForm(Shipment.@Nullable State state, @Nullable Instant at, @Nullable String note) {
        Shipment.Mark mark(Instant now) {
            if (state == null) {
                throw Problem.unprocessable(List.of(new Fault("/state", "MISSING", "应说明寄递状态")));
            }
            if (note != null && note.length() > LONGEST_NOTE) {
                throw Problem.unprocessable(List.of(new Fault("/note", "TOO_LONG", "备注最长200个字")));
            }
            return new Shipment.Mark(state, at == null ? now : at, note);
        }
    }

    @PostMapping("/shipments/{carrier}/{courierNo}/steps")
    @Operation(summary = "A step of the way",
            description = "A parcel signed for at the certificate window brings all its results there.")
    @ApiResponse(responseCode = "409", description = "No such step from here", content = @Content)
    Mono<Shipment> step(@Parameter(example = "EMS") @PathVariable String carrier,
            @Parameter(example = "EZ123456789CN") @PathVariable String courierNo,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(examples = @ExampleObject("{\"state\":\"SIGNED\"}"))) @RequestBody StepForm form,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.COURIERS, "登记寄递");
        return desk.move(carrier, courierNo, form.mark(desk.now()), actor);
    }

    @GetMapping("/shipments/{carrier}/{courierNo}")
    @Operation(summary = "A parcel with its contents and its way")
    Mono<Shipment> one(@Parameter(example = "EMS") @PathVariable String carrier,
            @Parameter(example = "EZ123456789CN") @PathVariable String courierNo, @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.COURIERS, "查询寄递");
        return desk.one(carrier, courierNo);
    }

    /** What of a parcel concerns one case. */
    record Leg(String carrier, String courierNo, Shipment.Direction direction, String from, String to,
            List<String> items, Shipment.State state, List<Shipment.Mark> track) {
        static Leg of(Shipment s, String caseNo) {
            return new Leg(s.carrier(), s.courierNo(), s.direction(), s.from(), s.to(), s.contents().stream()
                    .filter(c -> c.caseNo().equals(caseNo)).map(Shipment.Content::itemNo).toList(), s.state(),
                    s.track());
        }
    }

    @GetMapping("/cases/{caseNo}/shipments")
    @Operation(summary = "Parcels that hold something of the case")
    Mono<List<Leg>> of(@Parameter(example = OfficeExamples.CASE) @PathVariable String caseNo,
            @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.READERS, "查询寄递");
        return cases.one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                .flatMap(stored -> desk.of(caseNo, List.copyOf(stored.bundle().items().keySet())))
                .map(found -> found.stream().map(s -> Leg.of(s, caseNo)).toList());
    }
}
