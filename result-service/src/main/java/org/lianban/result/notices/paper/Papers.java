package org.lianban.result.notices.paper;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lianban.documents.PdfWriter;
import org.lianban.documents.QrCode;
import org.lianban.documents.Templates;
import org.lianban.result.notices.LetterFields;
import org.lianban.result.notices.Notice;
import org.lianban.result.notices.licence.Licence;

/**
 * Makes letters from notices. Every version of the templates stays, each in a directory of its own, so that an old
 * notice looks as it did.
 */
public final class Papers {
    /** The version that new notices are sealed with. */
    public static final int TEMPLATES = 1;
    private static final int QR = 76;
    private static final int LICENCE_QR = 104;

    /** Addresses at which anybody may verify, without trailing slash. */
    public record Verification(String notices, String licences) {}

    private final Map<Integer, Templates> versions = new ConcurrentHashMap<>();
    private final PdfWriter pdf;
    private final String reconsideration;
    private final String verify;

    /**
     * @param reconsideration 行政复议机关, after the name of the region
     * @param verify address at which a notice is verified, without trailing slash
     */
    public Papers(PdfWriter pdf, String reconsideration, String verify) {
        this.pdf = pdf;
        this.reconsideration = reconsideration;
        this.verify = verify;
    }

    /**
     * A notice as it is to be read.
     *
     * @param version of the templates it was sealed with
     * @param addressee full name; null: the masked one of the facts
     * @param voidedBy number of the notice that voided it
     */
    public record Letter(Notice notice, int version, String digest, @Nullable String addressee,
            @Nullable String voidedBy) {
        @Override
        public String toString() {
            return "Letter[" + notice.no() + "]";
        }
    }

    /** Well-formed XHTML, one page of its own. */
    public String html(Letter letter) {
        var notice = letter.notice();
        var head = notice.head();
        var templates = templates(letter.version());
        var name = letter.addressee();
        var m = new LetterFields().put("title", notice.title()).put("no", notice.no()).put("caseNo", head.caseNo())
                .put("oneThing", head.oneThing()).put("region", head.region()).put("item", head.item())
                .put("licence", head.licence()).put("issuer", head.issuer().name())
                .put("seal", head.issuer().seal()).put("heading", head.issuer().name())
                .date("date", head.at().toLocalDate()).time("at", head.at())
                .put("applicant", name == null ? head.applicant() : name).put("sourceNo", head.sourceNo())
                .put("digest", letter.digest()).put("version", letter.version()).put("voidedBy", letter.voidedBy())
                .put("qr", QrCode.svg(verify + "/" + notice.no() + "/verify?digest=" + letter.digest(), QR));
        m.put("reconsideration", head.region() + reconsideration);
        notice.content().fill(m);
        m.put("body", templates.html(notice.kind().template(), m.values()));
        return templates.html("layout", m.values());
    }

    /**
     * 电子证照 as a page of its own.
     *
     * @param holder full name; null: the masked one of the facts
     * @param verify address at which a licence is verified, without trailing slash
     */
    public String html(Licence licence, String digest, @Nullable String holder, String verify) {
        var m = new LetterFields().put("name", licence.name()).put("number", licence.number())
                .put("holder", holder == null ? licence.holder() : holder).put("item", licence.item())
                .put("oneThing", licence.oneThing()).put("decisionNo", licence.decisionNo())
                .put("authority", licence.authority()).date("issuedOn", licence.issuedOn())
                .date("validUntil", licence.validUntil()).put("digest", digest)
                .put("qr", QrCode.svg(verify + "/" + licence.number() + "/verify?digest=" + digest, LICENCE_QR));
        return templates(TEMPLATES).html("licence", m.values());
    }

    public byte[] pdf(Licence licence, String digest, @Nullable String holder, String verify) {
        return pdf.pdf(html(licence, digest, holder, verify));
    }

    private Templates templates(int version) {
        return versions.computeIfAbsent(version, v -> Templates.at("notices/v" + v));
    }

    /** The same letter as PDF; always the same bytes. Computes for tens of milliseconds. */
    public byte[] pdf(Letter letter) {
        return pdf.pdf(html(letter));
    }
}
