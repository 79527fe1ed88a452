package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.ticket.Ticket;
import org.lianban.result.oversight.ticket.TicketDecider;
import reactor.core.publisher.Mono;

/** Tickets and orders that people open, with what the case already knows about who answers for it. */
public record OpeningHandler(FileHandlers files, CaseQueries cases, Law law, InstantSource clock) {
    /**
     * @param region only where there is no case
     * @param department to whom it is assigned at once; null: as the case says, or nobody yet
     */
    public record TicketRequest(Ticket.Kind kind, @Nullable String region, @Nullable String caseNo,
            @Nullable String itemNo,
            @Nullable String department, String matter, @Nullable String external, List<String> tags) {}

    /** @param department null: who handles the item, or the lead */
    public record OrderRequest(@Nullable String region, @Nullable String caseNo, @Nullable String itemNo,
            @Nullable String department, Order.Level level, Order.Preset preset, boolean major, String reason) {}

    /** What is known of the place where something happened. */
    private record Place(String region, @Nullable String oneThing, @Nullable String department,
            List<Order.Recipient> recipients) {}

    public Mono<Outcome<FileRow>> ticket(TicketRequest request, OversightActor who, @Nullable String key) {
        var refusal = TicketDecider.opening(request.kind(), request.department() != null, who);
        return refusal.isPresent()
                ? refused(refusal.get())
                : at(request.caseNo(), request.itemNo(), request.region(), place -> {
                    var now = clock.instant();
                    var department = request.department() == null ? place.department() : request.department();
                    return files.tickets().open(new FileHandler.Opening<>(
                            prefix(request.caseNo(), request.itemNo(), place, now, request.kind().code()),
                            id -> Ticket.opened(new Ticket.Head(id, request.kind(), place.region(),
                                    request.caseNo(), request.itemNo(), place.oneThing(), request.matter(),
                                    request.external(), request.tags(), null, now)),
                            ticket -> department == null
                                    ? List.of()
                                    : List.of(new Ticket.Event.Assigned(department, null, now))),
                            request, who, key);
                });
    }

    /** The ladder issues it with its next round, on the case where there is one. */
    public Mono<Outcome<FileRow>> order(OrderRequest request, OversightActor who, @Nullable String key) {
        return at(request.caseNo(), request.itemNo(), request.region(), place -> {
            var now = clock.instant();
            var department = request.department() == null ? place.department() : request.department();
            if (department == null) {
                return refused(Refusal.at("/department", Reason.MISSING, "请填写被督办部门。"));
            }
            if (!who.supervises(department)) {
                return refused(Refusal.forbidden("只有监督部门可以发起督办，不得督办本部门。"));
            }
            return files.orders().open(new FileHandler.Opening<>(
                    prefix(request.caseNo(), request.itemNo(), place, now, "DB"),
                    id -> Order.opened(new Order.Head(id, place.region(), request.caseNo(), request.itemNo(),
                            department, new Order.Cause(Order.Cause.BY_HAND, null, request.reason()),
                            request.preset(), request.major(), request.level(), place.recipients(), now,
                            who.account())),
                    order -> List.of()), request, who, key);
        });
    }

    private static Mono<Outcome<FileRow>> refused(Refusal refusal) {
        return Mono.just(Outcome.refused(refusal));
    }

    private String prefix(@Nullable String caseNo, @Nullable String itemNo, Place place, Instant now, String code) {
        return caseNo == null
                ? place.region()
                        + DateTimeFormatter.BASIC_ISO_DATE
                                .format(FileUnitOfWork.calendar(law, place.region()).dateOf(now))
                        + "-"
                        + code
                : caseNo + "-" + (itemNo == null ? "00" : itemNo) + "-" + code;
    }

    private Mono<Outcome<FileRow>> at(@Nullable String caseNo, @Nullable String itemNo, @Nullable String region,
            Function<Place, Mono<Outcome<FileRow>>> open) {
        if (caseNo == null) {
            return law.calendar(String.valueOf(region)).isEmpty()
                    ? refused(Refusal.unavailable("该区划的工作日历尚未发布。"))
                    : open.apply(new Place(String.valueOf(region), null, null, List.of()));
        }
        return cases.one(caseNo).flatMap(stored -> at(stored.bundle(), itemNo, open))
                .switchIfEmpty(Mono.defer(() -> refused(Refusal.notFound("没有此办件：" + caseNo))));
    }

    private Mono<Outcome<FileRow>> at(Bundle bundle, @Nullable String itemNo,
            Function<Place, Mono<Outcome<FileRow>>> open) {
        var filing = bundle.filing();
        if (filing == null) {
            return refused(Refusal.unavailable("办件信息尚未到齐，请稍后再试。"));
        }
        if (bundle.isTest()) {
            return refused(Refusal.at("/caseNo", Reason.TEST_CASE, "测试办件不参与督办和统计。"));
        }
        if (itemNo != null && !bundle.items().containsKey(itemNo)) {
            return refused(Refusal.at("/itemNo", Reason.UNKNOWN_ITEM, "该办件没有此联办事项。"));
        }
        var oneThing = law.oneThing(bundle);
        var task = itemNo == null ? null : bundle.item(itemNo).task();
        var department = Optional.ofNullable(task).map(t -> t.department()).or(() -> oneThing.map(o -> o.lead()))
                .orElse(null);
        return open.apply(new Place(filing.region(), filing.oneThing(), department,
                oneThing.map(OrderProjection::recipients).orElse(List.of())));
    }
}
