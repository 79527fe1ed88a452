package org.lianban.catalog.guides.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.NotAcceptableStatusException;

/** Chooses between JSON, page and PDF, and labels each. */
final class Formats {
    static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    /** Pages carry their style and drawings in themselves and run nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private Formats() {}

    enum Format {
        JSON(MediaType.APPLICATION_JSON), HTML(MediaType.TEXT_HTML), PDF(MediaType.APPLICATION_PDF);

        private final MediaType type;

        Format(MediaType type) {
            this.type = type;
        }
    }

    /**
     * The first of the wanted types, by weight, that there is; JSON where nothing or anything is wanted.
     *
     * @throws NotAcceptableStatusException 406
     */
    static Format wanted(HttpHeaders headers) {
        List<MediaType> accepted = accepted(headers);
        if (accepted.isEmpty()) {
            return Format.JSON;
        }
        return accepted.stream().sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
                .flatMap(wanted -> List.of(Format.values()).stream().filter(f -> wanted.includes(f.type)).limit(1))
                .findFirst().orElseThrow(() -> new NotAcceptableStatusException(
                        List.of(Format.JSON.type, Format.HTML.type, Format.PDF.type)));
    }

    private static List<MediaType> accepted(HttpHeaders headers) {
        try {
            return headers.getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            throw new NotAcceptableStatusException(String.valueOf(unreadable.getMessage()));
        }
    }

    static ResponseEntity<Object> html(String page) {
        return ResponseEntity.ok().contentType(HTML).header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff").varyBy(HttpHeaders.ACCEPT).body(page);
    }

    static ResponseEntity<Object> svg(String drawing) {
        return ResponseEntity.ok().contentType(SVG).header("Content-Security-Policy", POLICY).body(drawing);
    }

    /** @param name of the file, where the reader keeps it */
    static ResponseEntity<Object> pdf(byte[] pdf, String name) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).varyBy(HttpHeaders.ACCEPT)
                .headers(h -> h.setContentDisposition(
                        ContentDisposition.inline().filename(name + ".pdf", StandardCharsets.UTF_8).build()))
                .body(pdf);
    }

    static ResponseEntity<Object> json(Object value) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).varyBy(HttpHeaders.ACCEPT).body(value);
    }
}
