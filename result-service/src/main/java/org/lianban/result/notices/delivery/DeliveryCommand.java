package org.lianban.result.notices.delivery;

import java.util.List;
import org.lianban.contracts.event.ResultEvent;

/** 出件命令. */
public sealed interface DeliveryCommand {
    /** 选择领取方式. */
    record Choose(ResultEvent.Choice choice, ResultEvent.Way way) implements DeliveryCommand {}

    /** 结果到窗. @param items what has come; at least one */
    record Receive(List<String> items, String window) implements DeliveryCommand {
        public Receive {
            items = items.stream().distinct().sorted().toList();
        }
    }

    /**
     * 送达.
     *
     * @param items what is handed out; empty: everything that is there
     * @param receiver full name; only its masked form is kept
     * @param proof digest of the receiver's signature ({@code sm3:} or {@code sha256:}), or the courier's number
     */
    record Complete(List<String> items, ResultEvent.Way way, String receiver, String proof) implements DeliveryCommand {
        public Complete {
            items = items.stream().distinct().sorted().toList();
        }

        @Override
        public String toString() {
            return "Complete" + items;
        }
    }
}
