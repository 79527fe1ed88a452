package org.lianban.catalog.listing.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ContentHash;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.form.Field;
import org.lianban.form.OwnRules;

/** 待发布内容: a one-thing before it has a version; the fields are those of {@link OneThing}. */
@OwnRules(ignoring = {"version", "contentHash", "effectiveFrom"})
public record Content(String code, String region, @Field(label = "名称", max = 200) String name,
        @Field(label = "印发名称", max = 200) String printedName, OneThing.Subject subject,
        @Nullable String stage, @Nullable String batch, @Nullable String lead, List<String> coLeads,
        @Nullable String plannedCompletion, @Nullable String uncertain, @Nullable String borrowedFrom,
        OneThing.Source source,
        List<OneThing.Item> items, List<OneThing.Question> questions, List<OneThing.FormField> form,
        List<OneThing.Material> materials, Particulars particulars) {

    public Content {
        particulars = particulars == null ? Particulars.NONE : particulars;
    }

    public static Content of(OneThing oneThing) {
        return new Content(oneThing.code(), oneThing.region(), oneThing.name(), oneThing.printedName(),
                oneThing.subject(), oneThing.stage(), oneThing.batch(), oneThing.lead(), oneThing.coLeads(),
                oneThing.plannedCompletion(), oneThing.uncertain(), oneThing.borrowedFrom(), oneThing.source(),
                oneThing.items(), oneThing.questions(), oneThing.form(), oneThing.materials(), oneThing.particulars());
    }

    /** The version with its hash, which names exactly this version and no other. */
    public OneThing version(int version, Instant effectiveFrom) {
        return named(version, effectiveFrom, ContentHash.of(named(version, effectiveFrom, "")));
    }

    private OneThing named(int version, Instant effectiveFrom, String hash) {
        return new OneThing(code, region, version, hash, effectiveFrom, name, printedName, subject, stage, batch, lead,
                coLeads, plannedCompletion, uncertain, borrowedFrom, source, items, questions, form, materials,
                particulars);
    }
}
