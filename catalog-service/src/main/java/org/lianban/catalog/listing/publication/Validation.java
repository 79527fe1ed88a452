package org.lianban.catalog.listing.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianban.command.Fault;
import org.lianban.command.Faults;

/**
 * 发布审核: all rules a content must keep, and all faults at once. The five mandatory fields and the ban on vague
 * catch-all materials are those of 新政文〔2024〕62号 附件3 一(三), 二(二).
 */
public final class Validation {
    private Validation() {}

    /** 兜底性、模糊性条款: words that leave open what is asked for. */
    public static boolean vague(String text) {
        return MaterialRule.vague(text) || text.contains("视情") || text.contains("酌情") || text.contains("另行规定");
    }

    /**
     * @param departments ids of every department on record
     * @return empty when the content may be published
     */
    public static List<Fault> check(Content content, Set<String> departments) {
        Faults faults = new Faults();
        ItemRule.check(content, departments, faults);
        PrerequisiteRule.check(content, faults);
        ChoiceRule.check(content, faults);
        MaterialRule.check(content, faults);
        return faults.list();
    }

    /** @param names of region and one-thing seen in the same file so far */
    public static List<Fault> check(Content content, Set<String> departments, Set<String> names) {
        List<Fault> faults = new ArrayList<>(check(content, departments));
        if (!names.add(content.region() + "/" + content.name())) {
            faults.add(Defect.NAME_TAKEN.at("/name", "文件中有同名的一件事“%s”".formatted(content.name())));
        }
        return faults;
    }
}
