package org.lianban.kit.smoke;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.form.Field;
import org.lianban.http.Parameters;
import org.lianban.text.TextKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A form and a search, as services have them. */
@RestController
class DoorController {
    enum Kind {
        HOUSEHOLD, FIRM
    }

    record Member(@Field(kind = TextKind.PERSON_NAME, label = "姓名", example = "张三") String name,
            @Nullable LocalDate born) {}

    record Registration(@Field(label = "类型", example = "FIRM") Kind kind,
            @Field(kind = TextKind.REGION, label = "行政区划", example = "410721") String region,
            @Field(label = "件数", min = 1, max = 9, example = "2") int count, @Nullable BigDecimal money,
            @Field(label = "成员", least = 1, most = 3, example = "[{\"name\":\"张三\"}]") List<Member> members,
            @Field(kind = TextKind.CODE, most = 5, pattern = "m[0-9]{2}") List<String> materials,
            @Field(kind = TextKind.LINES, label = "说明", max = 20) @Nullable String note, @Nullable JsonNode form,
            boolean urgent) {}

    record Found(String q, int limit, @Nullable String next, List<String> items) {}

    @PostMapping("/api/registrations")
    Mono<Registration> register(@RequestBody Registration registration) {
        return Mono.just(registration);
    }

    @GetMapping("/api/registrations")
    Mono<Found> search(@RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit) {
        Parameters parameters = new Parameters();
        String wanted = parameters.text("q", q);
        int most = parameters.limit(limit, 20);
        parameters.required("q", wanted);
        parameters.orRefuse();
        return Mono.just(new Found(String.valueOf(wanted), most, null, List.of()));
    }
}
