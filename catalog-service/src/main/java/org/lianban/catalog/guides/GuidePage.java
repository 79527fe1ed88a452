package org.lianban.catalog.guides;

import java.time.Instant;
import java.util.List;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.documents.Templates;

/**
 * 办事指南 and 一次告知单 as pages of XHTML, to be shown or set as PDF.
 *
 * @param oneThing the version, or what a scenario leaves of it
 * @param guide of the same
 * @param address where the current version is always found
 * @param printedAt shown as the day of printing
 */
public record GuidePage(OneThing oneThing, Guide guide, String address, Instant printedAt) {
    private static final Templates TEMPLATES = Templates.at("guide");

    /** 完整版 or 简版. */
    public enum Form {
        FULL("办事指南（完整版）"), BRIEF("办事指南（简版）");

        private final String heading;

        Form(String heading) {
            this.heading = heading;
        }
    }

    public String guide(Form form) {
        return page(new SheetWriter(oneThing, guide, address, printedAt).write(form.heading, form == Form.FULL,
                List.of(), null));
    }

    /** @param id of the notice, printed on it */
    public String notice(String id, List<Scenario.Answer> answers) {
        return page(new SheetWriter(oneThing, guide, address, printedAt).write("一次告知单", true, answers, id));
    }

    private static String page(Sheet sheet) {
        return TEMPLATES.html("sheet", sheet);
    }
}
