package org.lianban.intake.application.handler;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lianban.command.Actor;
import org.lianban.contracts.Channel;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.intake.windows.Performed;
import org.lianban.intake.windows.WindowRights;
import tools.jackson.databind.json.JsonMapper;

/** 窗口操作记录: what clerks of registered windows have done with a batch; all others cost nothing here. */
public final class Performance {
    private static final int REGION = 6;

    private final WindowRights rights;
    private final JsonMapper json;

    Performance(WindowRights rights, JsonMapper json) {
        this.rights = rights;
        this.json = json;
    }

    List<Performed> of(List<Request> requests, List<Answer> answers) {
        List<Performed> performed = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (answers.get(i) instanceof Answer.Done done && !done.repeated()) {
                add(requests.get(i), done, performed);
            }
        }
        return performed;
    }

    private void add(Request request, Answer.Done done, List<Performed> performed) {
        Actor by = request.by();
        String window = by.window() == null && request.order() instanceof Order.File file
                ? file.filing().window()
                : by.window();
        if (by.role() != Actor.Role.WINDOW_CLERK || window == null || !rights.registered(window)) {
            return;
        }
        String caseNo = caseNo(request.order(), done);
        for (Operation operation : operations(request.order())) {
            performed.add(new Performed(window, by.id(), operation,
                    caseNo == null ? null : caseNo.substring(0, REGION), caseNo));
        }
    }

    private @org.jspecify.annotations.Nullable String caseNo(Order order, Answer.Done done) {
        if (order instanceof Order.OfCase ofCase) {
            return ofCase.caseNo();
        }
        return order instanceof Order.File ? json.readTree(done.body()).path("caseNo").asString() : null;
    }

    private static Set<Operation> operations(Order order) {
        return switch (order) {
            case Order.File file -> file.filing().channel() != Channel.WINDOW
                    ? Set.of()
                    : file.filing().receive() ? EnumSet.of(Operation.ENTER, Operation.RECEIVE) : Clerks.ENTER;
            case Order.Receive o -> Clerks.RECEIVE;
            case Order.NotifyCorrection o -> EnumSet.of(Operation.FEED_BACK);
            case Order.Resubmit o -> o.changes().path("receive").asBoolean(false)
                    ? EnumSet.of(Operation.ENTER, Operation.RECEIVE)
                    : Clerks.ENTER;
            case Order.Amend o -> Clerks.ENTER;
            case Order.Supplement o -> Clerks.ENTER;
            case Order.Withdraw o -> Clerks.ENTER;
            case Order.Keep o -> Clerks.UPLOAD;
            case Order.Expire o -> Set.of();
            case Order.Lapse o -> Set.of();
            case Order.AskCorrection o -> Set.of();
            // Other rooms record what they do themselves.
            case Order.Aside o -> Set.of();
        };
    }
}
