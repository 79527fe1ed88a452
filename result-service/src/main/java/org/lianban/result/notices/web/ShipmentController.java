package org.lianban.result.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.notices.delivery.Shipment;
import org.lianban.result.notices.handler.ShipmentHandler;
import org.lianban.text.TextKind;
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
record ShipmentController(ShipmentHandler shipments, CaseQueries cases) {
    record EnclosedForm(
            @Field(kind = TextKind.CODE, label = "办件编号", example = NoticeExamples.CASE) String caseNo,
            @Field(kind = TextKind.CODE, label = "事项序号", pattern = "[0-9]{2}", form = "两位数字",
                    example = "01") String itemNo) {}

    /** @param from and {@code to}: windows or offices, never an address of the applicant */
    record ShipmentForm(
            @Field(label = "快递公司", pattern = "[0-9A-Za-z\\p{IsHan}]{1,20}", form = " 1 至 20 个字母、数字或汉字",
                    example = "EMS") String carrier,
            @Field(kind = TextKind.CODE, label = "快递单号", pattern = "[0-9A-Za-z-]{6,40}", form = " 6 至 40 个字母、数字或连字符",
                    example = "EZ123456789CN") String courierNo,
            @Field(label = "寄递方向", example = "TO_CERTIFICATE_WINDOW") Shipment.Direction direction,
            @Field(label = "寄出的窗口或者单位", max = 100, example = "新乡市市场监管局") String from,
            @Field(label = "寄往的窗口或者单位", max = 100, example = "410721-fz01") String to,
            @Field(label = "寄递的结果", least = 1, most = Shipment.MOST) List<EnclosedForm> contents) {
        Shipment shipment(Instant now) {
            return Shipment.prepared(carrier, courierNo, direction, from, to,
                    contents.stream().map(c -> new Shipment.Enclosed(c.caseNo(), c.itemNo())).toList(), now);
        }
    }

    @PostMapping("/shipments")
    @Operation(summary = "Books a parcel; results of a higher level travel together",
            description = "Carrier and number name it: booking the same again is answered the same.")
    Mono<Shipment> book(@RequestBody ShipmentForm form, @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.COURIERS, "登记寄递");
        return shipments.book(form::shipment, actor).map(Answers::of);
    }

    /** @param at when it happened; now where nothing is said */
    record ShipmentStepForm(@Field(label = "寄递状态", example = "SIGNED") Shipment.State state,
            @Field(label = "时间", example = "2026-12-02T16:00:00+08:00") @Nullable Instant at,
            @Field(label = "备注", max = 200, example = "本人签收") @Nullable String note) {}

    @PostMapping("/shipments/{carrier}/{courierNo}/steps")
    @Operation(summary = "A step of the way",
            description = "A parcel signed for at the certificate window brings all its results there.")
    @ApiResponse(responseCode = "409", description = "No such step from here", content = @Content)
    Mono<Shipment> step(@Parameter(example = "EMS") @PathVariable String carrier,
            @Parameter(example = "EZ123456789CN") @PathVariable String courierNo,
            @RequestBody ShipmentStepForm form,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.COURIERS, "登记寄递");
        return shipments.move(carrier, courierNo, form.state(), form.at(), form.note(), actor).map(Answers::of);
    }

    @GetMapping("/shipments/{carrier}/{courierNo}")
    @Operation(summary = "A parcel with its contents and its way")
    Mono<Shipment> one(@Parameter(example = "EMS") @PathVariable String carrier,
            @Parameter(example = "EZ123456789CN") @PathVariable String courierNo, @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.COURIERS, "查询寄递");
        return shipments.one(carrier, courierNo)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此寄递：" + carrier + " " + courierNo)));
    }

    /** What of a parcel concerns one case. */
    record ShipmentLegView(String carrier, String courierNo, Shipment.Direction direction, String from, String to,
            List<String> items, Shipment.State state, List<Shipment.Mark> track) {
        static ShipmentLegView of(Shipment s, String caseNo) {
            return new ShipmentLegView(s.carrier(), s.courierNo(), s.direction(), s.from(), s.to(),
                    s.contents().stream()
                            .filter(c -> c.caseNo().equals(caseNo)).map(Shipment.Enclosed::itemNo).toList(),
                    s.state(), s.track());
        }
    }

    @GetMapping("/cases/{caseNo}/shipments")
    @Operation(summary = "Parcels that hold something of the case")
    Mono<List<ShipmentLegView>> of(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.READERS, "查询寄递");
        return Answers.found(cases, caseNo)
                .flatMap(stored -> shipments.of(caseNo, List.copyOf(stored.bundle().items().keySet())))
                .map(found -> found.stream().map(s -> ShipmentLegView.of(s, caseNo)).toList());
    }
}
