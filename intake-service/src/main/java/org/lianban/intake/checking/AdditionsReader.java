package org.lianban.intake.checking;

import java.util.List;
import org.lianban.intake.checking.Additions.Checked;
import org.lianban.intake.checking.Additions.Contact;
import org.lianban.intake.checking.Additions.Point;
import org.lianban.intake.checking.Additions.Signed;
import tools.jackson.databind.JsonNode;

/** Reads {@link Additions} out of JSON without giving up at the first wrong type. */
public final class AdditionsReader {
    private static final int MAX_CONSENTS = 20;
    private static final int MAX_ENTRIES = FilingReader.MAX_ENTRIES;
    private static final int MAX_ID = 64;
    private static final int MAX_TEXT = 500;

    private AdditionsReader() {}

    static Additions read(JsonNode root, Faults faults) {
        return readOver(Additions.NONE, root, faults);
    }

    /** Takes what is named and keeps the rest; checks are of one receipt and never kept. */
    static Additions readOver(Additions before, JsonNode root, Faults faults) {
        Members m = new Members(root, "", faults);
        Boolean test = m.flag("test");
        Additions read = new Additions(test == null ? before.test() : test,
                m.has("priority") ? m.text("priority", MAX_TEXT) : before.priority(),
                m.has("addressee") ? m.object("addressee", "name、phone", AdditionsReader::contact) : before.addressee(),
                m.has("consents") ? m.texts("consents", MAX_CONSENTS, MAX_ID) : before.consents(),
                m.has("prefill") ? m.text("prefill", MAX_ID) : before.prefill(),
                m.has("commitments")
                        ? m.objects("commitments", MAX_ENTRIES,
                                "material、type、textId、textVersion、signature、signedBy、signedAt",
                                AdditionsReader::signed)
                        : before.commitments(),
                checks(root, faults));
        return read.equals(Additions.NONE) ? Additions.NONE : read;
    }

    /** 收件核验 alone, as a receipt or a correction notice brings it. */
    public static List<Checked> checks(JsonNode root, Faults faults) {
        return new Members(root, "", faults).objects("checks", MAX_ENTRIES,
                "material、present、originalChecked、formOk、points", AdditionsReader::checked);
    }

    private static Contact contact(Members m) {
        return new Contact(m.text("name", 100), m.text("phone", 30));
    }

    private static Signed signed(Members m) {
        return new Signed(m.text("material", MAX_ID), m.text("type", MAX_ID), m.text("textId", MAX_ID),
                m.integer("textVersion"), m.text("signature", 100), m.text("signedBy", MAX_ID),
                m.text("signedAt", MAX_ID));
    }

    private static Checked checked(Members m) {
        return new Checked(m.text("material", MAX_ID), m.flag("present"), m.flag("originalChecked"), m.flag("formOk"),
                m.objects("points", 50, "id、pass、remark",
                        p -> new Point(p.text("id", MAX_ID), p.flag("pass"), p.text("remark", MAX_TEXT))),
                m.text("remark", MAX_TEXT));
    }
}
