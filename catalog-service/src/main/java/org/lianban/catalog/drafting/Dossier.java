package org.lianban.catalog.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.Document;

/**
 * 发布档案: what goes with a publication beside the version itself.
 *
 * @param draft id of the draft, under which its rehearsals are kept too
 * @param document under which it was published
 */
public record Dossier(String draft, ChangeReason reason, @Nullable Document document, Annex annex,
        List<Checklist.Answer> leadAnswers, List<Checklist.Answer> adminAnswers, List<Draft.TestRun> runs,
        List<Draft.Opinion> opinions) {

    public static Dossier of(Draft draft) {
        return new Dossier(draft.id(), draft.reason(), draft.document(), draft.annex(), draft.leadAnswers(),
                draft.adminAnswers(), draft.runs(), draft.opinions());
    }
}
