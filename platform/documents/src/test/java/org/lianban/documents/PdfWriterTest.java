package org.lianban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfWriterTest {
    private static final PdfWriter WRITER = new PdfWriter();
    /** The page's margins and the length of a pixel, in points. */
    private static final double LEFT = 18 / 25.4 * 72;
    private static final double TOP = 20 / 25.4 * 72;
    private static final double PX = 0.75;

    private static String page(String body) {
        return "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>办事指南</title></head><body>"
                + body + "</body></html>";
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void shouldKeepChineseTextAsText() throws IOException {
        String text = text(WRITER.pdf(page("<h1>高效办成“一件事”</h1><p>申请人䶮喆垚𬭊，承诺期限5个工作日（①—②）。</p>")));

        assertThat(text).contains("高效办成“一件事”", "申请人䶮喆垚𬭊，承诺期限5个工作日（①—②）。", "第 1 页 共 1 页");
    }

    @Test
    void shouldEmbedASubsetOfTheFontInEveryPage() throws IOException {
        byte[] pdf = WRITER.pdf(page("<p>常用<b>粗体</b><i>斜体</i><code>代码</code></p><p style=\"font-family:serif\">宋</p>"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
                }
            }
        }
        assertThat(pdf.length).isLessThan(60_000);
        assertThat(text(pdf)).contains("常用粗体斜体代码", "宋");
    }

    @Test
    void shouldSetAFooterOfThePagesOwnInTheSameFont() throws IOException {
        String page = "<html><head><title>t</title><style>@page { @bottom-left { content: \"打印于新乡县\"; } }</style>"
                + "</head><body><p>正文</p></body></html>";

        assertThat(text(WRITER.pdf(page))).contains("打印于新乡县", "正文");
    }

    @Test
    void shouldShowAMarkForACharacterThatTheFontLacks() throws IOException {
        assertThat(text(WRITER.pdf(page("<p>姓名：𠮷田</p>")))).contains("姓名：〓田");
    }

    @Test
    void shouldRepeatTheTableHeadingOnTheSecondPage() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 80; i++) {
            rows.append("<tr><td>").append(i).append("</td><td>材料").append(i).append("</td></tr>");
        }
        byte[] pdf = WRITER.pdf(page("<table><thead><tr><th>序号</th><th>材料名称</th></tr></thead><tbody>" + rows
                + "</tbody></table>"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(595.3f, offset(1f));
            PDFTextStripper second = new PDFTextStripper();
            second.setSortByPosition(true);
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document)).startsWith("序号 材料名称")
                    .contains("第 2 页 共 " + document.getNumberOfPages());
        }
    }

    @Test
    void shouldGiveTheSameBytesForTheSamePageOnManyThreads() throws Exception {
        String page = page("<h1>决定书</h1>" + QrCode.svg("https://example.cn/决定") + "<p>准予许可。</p>");
        String other = page("<p>另一份文书：不予受理决定书，列明理由。</p>");
        byte[] expected = new PdfWriter().pdf(page);
        byte[] expectedOther = new PdfWriter().pdf(other);
        List<Callable<byte[]>> work = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String text = i % 2 == 0 ? page : other;
            work.add(() -> WRITER.pdf(text));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<byte[]>> pdfs = threads.invokeAll(work);
            for (int i = 0; i < pdfs.size(); i++) {
                assertThat(pdfs.get(i).get()).isEqualTo(i % 2 == 0 ? expected : expectedOther);
            }
        }
        assertThat(expected).isNotEqualTo(expectedOther);
    }

    @Test
    void shouldSayWhereThePageIsBroken() {
        assertThatThrownBy(() -> WRITER.pdf("<html><head></head>\n<body><p>未闭合</body></html>"))
                .isInstanceOf(BrokenDocumentException.class).hasMessageContaining("line 2 column");
        assertThatThrownBy(() -> WRITER.pdf("<p>没有页</p>")).isInstanceOf(BrokenDocumentException.class);
    }

    @Test
    void shouldFetchNothing() throws IOException {
        String page = page("<img src=\"file:///etc/passwd\" alt=\"\"/><img src=\"http://127.0.0.1:1/x.png\" alt=\"\"/>"
                + "<p>正文</p>");

        assertThat(text(WRITER.pdf(page))).contains("正文");
        assertThatThrownBy(() -> WRITER.pdf("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<html><head><title>t</title></head><body>&x;</body></html>"))
                .isInstanceOf(BrokenDocumentException.class);
    }

    @Test
    void shouldSetTheTextOfADrawingAtItsPlace() throws IOException {
        for (double size : new double[]{4, 10, 22}) {
            List<TextPosition> found = positions(WRITER.pdf(page("""
                    <svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 200 100">
                    <g font-size="%s"><rect x="10" y="10" width="180" height="80" fill="none" stroke="#000000"/>
                    <text x="100" y="50" text-anchor="middle">户口登记</text></g></svg>""".formatted(size))), "户口登记");

            assertThat(found).hasSize(4);
            assertThat((double) found.getFirst().getY()).isCloseTo(TOP + 100 * PX, offset(0.3));
            double right = found.getLast().getX() + found.getLast().getWidth();
            assertThat((found.getFirst().getX() + right) / 2).isCloseTo(LEFT + 200 * PX, offset(0.3));
            assertThat((double) found.getFirst().getFontSizeInPt()).isCloseTo(2 * size * PX, offset(0.1));
        }
    }

    private static List<TextPosition> positions(byte[] pdf, String wanted) throws IOException {
        List<TextPosition> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.contains(wanted)) {
                        found.addAll(positions);
                    }
                }
            }.getText(document);
        }
        return found;
    }
}
