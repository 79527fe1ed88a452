package org.lianban.catalog.guides.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.lianban.documents.PdfWriter;
import org.lianban.http.Problem;
import org.lianban.security.Digests;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Renders pages off the event loop, a few at a time, and keeps the PDFs asked for last. */
@Component
final class Printer implements DisposableBean {
    private static final int KEPT = 64;

    private final PdfWriter writer = new PdfWriter();
    private final Scheduler scheduler;
    private final Map<String, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    Printer(GuideProperties properties) {
        this.scheduler = Schedulers.newBoundedElastic(properties.printing(), properties.waiting(), "printer");
    }

    /** @param name of the PDF, where the reader keeps it */
    Mono<ResponseEntity<Object>> answer(Formats.Format format, Object json, Callable<String> page, String name) {
        return switch (format) {
            case JSON -> Mono.just(Formats.json(json));
            case HTML -> work(page).map(Formats::html);
            case PDF -> work(page).flatMap(this::pdf).map(pdf -> Formats.pdf(pdf, name));
        };
    }

    /** The same page is set once: same page, same bytes. */
    private Mono<byte[]> pdf(String xhtml) {
        return work(() -> {
            String key = Digests.sm3(xhtml);
            byte[] known = kept.get(key);
            if (known != null) {
                return known;
            }
            byte[] pdf = writer.pdf(xhtml);
            kept.put(key, pdf);
            return pdf;
        });
    }

    /** @throws Problem 503 signalled where too many wait */
    <T> Mono<T> work(Callable<T> rendering) {
        return Mono.fromCallable(rendering).subscribeOn(scheduler).onErrorMap(RejectedExecutionException.class,
                full -> Problem.unavailable("打印请求过多，请稍后重试"));
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
