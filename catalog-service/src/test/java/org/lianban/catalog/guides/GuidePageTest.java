package org.lianban.catalog.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.documents.PdfWriter;

class GuidePageTest {
    private static final Instant PRINTED = Instant.parse("2026-11-21T20:00:00Z");
    private static final String ADDRESS = "https://zwfw.example.cn/api/one-things/XX-90/guide.html";

    private static GuidePage page(OneThing oneThing) {
        return new GuidePage(oneThing, Sample.guide(oneThing), ADDRESS, PRINTED);
    }

    private static String text(String html) throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfWriter().pdf(html))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    @Test
    void shouldPrintEveryFieldOfTheSampleSheetInBothForms() throws IOException {
        for (GuidePage.Form form : GuidePage.Form.values()) {
            assertThat(text(page(Sample.complete()).guide(form))).contains("开办面馆“一件事”", "所涉证（照）", "食品经营许可证", "共性材料",
                    "居民身份证", "个性材料", "布局流程图", "县市场监管局", "网上办理、窗口办理", "https://zwfw.example.cn/mianguan", "新乡县政务服务中心",
                    "A区3号窗口", "周一至周五 9:00-17:00", "法定时限 21个工作日", "承诺期限 6个工作日", "办理流程图", "统一出件", "王五", "0373-5080000");
        }
    }

    @Test
    void shouldPrintTheSixElementsAndTheRulesInTheFullForm() throws IOException {
        String full = text(page(Sample.complete()).guide(GuidePage.Form.FULL));

        assertThat(full).contains("食品安全法第三十五条", "有固定经营场所", "02 不收费", "免提交：电子证照", "可容缺：5个工作日内补交", "窗口核验原件",
                "是否标明操作区", "现场勘验", "10个工作日", "所需时间不计入承诺期限，仍计入法定期", "补交承诺书（第2版）", "逾期终止办理并计入信用记录", "涉及公共卫生", "行政复议",
                "是否刻制公章", "网上或窗口申请",
                "中介服务：消防设施检测", "样例：https://zwfw.example.cn/sample", "县公安局 待公布 0373-5080110");
        assertThat(full).doesNotContain("无关承诺书");
        assertThat(text(page(Sample.complete()).guide(GuidePage.Form.BRIEF))).doesNotContain("行政复议", "是否标明操作区");
    }

    @Test
    void shouldStampVersionDigestDatesAndAddress() throws IOException {
        assertThat(text(page(Sample.complete()).guide(GuidePage.Form.BRIEF)))
                .contains("XX-90 第3版", "内容摘要 0123456789ab", "自2026年1月1日起施行", "打印 2026年11月22日", ADDRESS);
    }

    @Test
    void shouldSayWhatIsNotPublishedInsteadOfLeavingItOut() throws IOException {
        assertThat(text(page(Sample.oneThing(Particulars.NONE)).guide(GuidePage.Form.BRIEF)))
                .contains("办理网址 待公布", "办理地点 待公布", "联系电话 待公布", "收件后2小时内同步推送各联办部门");
    }

    @Test
    void shouldEscapeWhatTheCatalogueHolds() {
        assertThat(page(Sample.complete()).guide(GuidePage.Form.FULL)).contains("印章样式&lt;样张&gt;")
                .doesNotContain("<样张>");
    }

    @Test
    void shouldPrintTheAnswersAndTheNumberOfANotice() throws IOException {
        String notice = text(page(Sample.complete()).notice("GZ-0011223344556677",
                List.of(new Scenario.Answer("item-03", "是否刻制公章", "yes", "是"))));

        assertThat(notice).contains("一次告知单", "您的情形", "是否刻制公章 是", "编号 GZ-0011223344556677");
    }
}
