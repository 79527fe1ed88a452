package org.lianban.documents;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;

/**
 * Sets a page of XHTML with CSS 2.1 and inline SVG as PDF: A4, page numbers, one embedded Chinese font (so it prints
 * anywhere), bold drawn with a heavier stroke. The same page always gives the same bytes, since documents are sealed by
 * their digest: no dates, the identity follows from the content. Nothing is fetched: pictures come as {@code data:}
 * addresses or SVG. A character that the font lacks prints as 〓. Thread-safe; computes for tens of milliseconds, so
 * call it off the event loop. At most as many pages are set at a time as there are processors, others wait.
 */
public final class PdfWriter {
    private static final String MISSING = "〓";
    private static final float PDF = 1.7f;
    private static final int REGULAR = 400;

    private final Fonts fonts = new Fonts();
    private final Semaphore turns = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * @param xhtml a well-formed page with {@code <head>}; its {@code <title>} becomes the document's title
     * @throws BrokenDocumentException with line and column where it is not well-formed
     */
    public byte[] pdf(String xhtml) {
        Document page = Xhtml.read(xhtml);
        SvgText.lift(page);
        turns.acquireUninterruptibly();
        try {
            TrueTypeFont font = fonts.borrow();
            byte[] pdf = write(page, font, identity(xhtml));
            fonts.giveBack(font);
            return pdf;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            turns.release();
        }
    }

    private static byte[] write(Document page, TrueTypeFont font, long identity) throws IOException {
        try (PDDocument document = new PDDocument(); BatikSVGDrawer drawings = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder().usePDDocument(document).usePdfVersion(PDF)
                    .withW3cDocument(page, null).useSVGDrawer(drawings).useReplacementText(MISSING).useFastMode();
            // Archivable form: no font that is not embedded, hence none of the fourteen that readers bring along.
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.useUriResolver((base, uri) -> uri.startsWith("data:") || uri.startsWith("#") ? uri : null);
            builder.useHttpStreamImplementation(PdfWriter::refuse);
            builder.useProtocolsStreamImplementation(PdfWriter::refuse, "http", "https", "file", "jar", "ftp");
            PDFontSupplier supplier = new PDFontSupplier(PDType0Font.load(document, font, true));
            builder.useFont(supplier, Fonts.FAMILY, REGULAR, FontStyle.NORMAL, true);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.getFontResolver().addFont(supplier, Fonts.FAMILY, REGULAR, IdentValue.NORMAL, true,
                        FontGroup.FINAL_FALLBACK);
                renderer.layout();
                renderer.createPDFWithoutClosing();
                return save(document, identity);
            }
        }
    }

    private static byte[] save(PDDocument document, long identity) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(document.getDocumentInformation().getTitle());
        information.setProducer("Lianban");
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setMetadata(null);
        document.setDocumentId(identity);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        document.save(pdf);
        return pdf.toByteArray();
    }

    private static long identity(String xhtml) {
        CRC32 sum = new CRC32();
        sum.update(xhtml.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static FSStream refuse(String uri) {
        throw new IllegalArgumentException("Expected a page that fetches nothing, but it asks for " + uri);
    }
}
