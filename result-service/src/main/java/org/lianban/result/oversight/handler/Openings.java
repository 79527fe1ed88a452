package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.http.Problem;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.supervision.Level;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.supervision.OrderApplier;
import org.lianban.result.oversight.supervision.OrderEvent;
import org.lianban.result.oversight.supervision.Preset;
import org.lianban.result.oversight.ticket.Kind;
import org.lianban.result.oversight.ticket.Ticket;
import org.lianban.result.oversight.ticket.TicketApplier;
import org.lianban.result.oversight.ticket.TicketDecider;
import org.lianban.result.oversight.ticket.TicketEvent;
import reactor.core.publisher.Mono;

/** Tickets and orders that people open, with what the case already knows about who answers for it. */
public final class Openings {
    /**
     * @param region only where there is no case
     * @param department to whom it is assigned at once; null: as the case says, or nobody yet
     */
    public record TicketRequest(Kind kind, @Nullable String region, @Nullable String caseNo, @Nullable String itemNo,
            @Nullable String department, String matter, @Nullable String external, List<String> tags) {}

    /** @param department null: who handles the item, or the lead */
    public record OrderRequest(@Nullable String region, @Nullable String caseNo, @Nullable String itemNo,
            @Nullable String department, Level level, Preset preset, boolean major, String reason) {}

    private final CareRoom room;
    private final CaseQueries cases;
    private final Law law;
    private final WorkCalendars calendars;
    private final InstantSource clock;

    public Openings(CareRoom room, CaseQueries cases, Law law, WorkCalendars calendars, InstantSource clock) {
        this.room = room;
        this.cases = cases;
        this.law = law;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What is known of the place where something happened. */
    private record Scene(String region, @Nullable String oneThing, @Nullable String department,
            List<Order.Recipient> recipients) {}

    public Mono<CareRow> ticket(TicketRequest request, Speaker who, @Nullable String key) {
        var refusal = TicketDecider.opening(request.kind(), request.department() != null, who);
        return refusal.isPresent() ? Mono.error(Problems.of(refusal.get())) : opened(request, who, key);
    }

    private Mono<CareRow> opened(TicketRequest request, Speaker who, @Nullable String key) {
        return scene(request.caseNo(), request.itemNo(), request.region()).flatMap(scene -> {
            var now = clock.instant();
            var department = request.department() == null ? scene.department() : request.department();
            var opening = new FileHandler.Opening<Ticket, TicketEvent>(
                    prefix(request.caseNo(), request.itemNo(), scene, now, request.kind().code()),
                    id -> TicketApplier.opened(new Ticket.Head(id, request.kind(), scene.region(), request.caseNo(),
                            request.itemNo(), scene.oneThing(), request.matter(), request.external(), request.tags(),
                            null, now)),
                    ticket -> department == null
                            ? List.of()
                            : List.of(new TicketEvent.Assigned(department, null, now)));
            return room.tickets().open(opening, request, who, key);
        });
    }

    /** The ladder issues it with its next round, on the case where there is one. */
    public Mono<CareRow> order(OrderRequest request, Speaker who, @Nullable String key) {
        return scene(request.caseNo(), request.itemNo(), request.region()).flatMap(scene -> {
            var now = clock.instant();
            var department = request.department() == null ? scene.department() : request.department();
            if (department == null) {
                return Mono.error(Problem.unprocessable(
                        List.of(new Fault("/department", "MISSING", "请填写被督办部门。"))));
            }
            if (!who.supervises(department)) {
                return Mono.error(Problem.forbidden("只有监督部门可以发起督办，不得督办本部门。"));
            }
            var opening = new FileHandler.Opening<Order, OrderEvent>(
                    prefix(request.caseNo(), request.itemNo(), scene, now, "DB"),
                    id -> OrderApplier.opened(new Order.Head(id, scene.region(), request.caseNo(), request.itemNo(),
                            department, new Order.Cause(Order.Cause.BY_HAND, null, request.reason()),
                            request.preset(), request.major(), request.level(), scene.recipients(), now,
                            who.account())),
                    order -> List.of());
            return room.orders().open(opening, request, who, key);
        });
    }

    private String prefix(@Nullable String caseNo, @Nullable String itemNo, Scene scene, Instant now, String code) {
        return caseNo == null
                ? scene.region()
                        + DateTimeFormatter.BASIC_ISO_DATE.format(calendars.of(scene.region()).dateOf(now)) + "-" + code
                : caseNo + "-" + (itemNo == null ? "00" : itemNo) + "-" + code;
    }

    private Mono<Scene> scene(@Nullable String caseNo, @Nullable String itemNo, @Nullable String region) {
        if (caseNo == null) {
            return calendars.find(String.valueOf(region)).isEmpty()
                    ? Mono.error(Problem.unavailable("该区划的工作日历尚未发布。"))
                    : Mono.just(new Scene(String.valueOf(region), null, null, List.of()));
        }
        return cases.one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                .map(stored -> scene(stored.bundle(), itemNo));
    }

    private Scene scene(Bundle bundle, @Nullable String itemNo) {
        var filing = bundle.filing();
        if (filing == null) {
            throw Problem.unavailable("办件信息尚未到齐，请稍后再试。");
        }
        if (bundle.isTest()) {
            throw Problem.unprocessable(List.of(new Fault("/caseNo", "TEST_CASE", "测试办件不参与督办和统计。")));
        }
        if (itemNo != null && !bundle.items().containsKey(itemNo)) {
            throw Problem.unprocessable(List.of(new Fault("/itemNo", "UNKNOWN_ITEM", "该办件没有此联办事项。")));
        }
        var oneThing = law.oneThing(bundle);
        var task = itemNo == null ? null : bundle.item(itemNo).task();
        var department = Optional.ofNullable(task).map(t -> t.department())
                .or(() -> oneThing.map(o -> o.lead())).orElse(null);
        return new Scene(filing.region(), filing.oneThing(), department,
                oneThing.map(Orders::recipients).orElse(List.of()));
    }
}
