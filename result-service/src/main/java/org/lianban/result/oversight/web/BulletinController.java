package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.documents.Table;
import org.lianban.documents.Tables;
import org.lianban.http.Parameters;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.oversight.Score;
import org.lianban.result.oversight.Score.Ground;
import org.lianban.result.oversight.query.BulletinQueries;
import org.lianban.result.oversight.query.BulletinQueries.Department;
import org.lianban.result.oversight.ticket.Ticket;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 定期通报 per department, and what hotline tickets are about. */
@RestController
@RequestMapping("/api")
@Tag(name = "bulletins", description = "督查通报数据与考核计分")
record BulletinController(BulletinQueries queries, CatalogCopy catalog, Score score) {
    private static final List<String> COLUMNS = List.of("位次", "部门编号", "部门", "得分", "督办单", "提醒", "督办", "通报", "问责建议",
            "已答复", "已销号", "工单", "工单办结", "工单超时", "核查任务", "核查超时", "好评", "差评");

    /**
     * @param rank from 1; equal points, equal rank
     * @param rules orders by the rule they rest on
     */
    record Line(int rank, String name, Department figures, Score.Sheet score, Map<String, Long> rules) {}

    record Bulletin(String region, java.time.LocalDate from, java.time.LocalDate to, Map<Ground, Double> weights,
            List<Line> departments) {}

    @GetMapping("/bulletins")
    @Operation(summary = "What departments were ordered, reported for and rated in a period, with points",
            description = "Points come from recorded figures only; the weights are part of the answer. format=csv or xlsx gives the same as a table.")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Bulletin.class)),
            @Content(mediaType = "text/csv"),
            @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")})
    Mono<ResponseEntity<Object>> bulletin(
            @ParameterObject Spans.Asked asked,
            @Parameter(example = "json", schema = @Schema(implementation = Format.class)) @RequestParam(
                    required = false) @Nullable String format) {
        var parameters = new Parameters();
        var form = parameters.choice("format", format, Format.JSON);
        var spans = Spans.of(parameters, asked);
        return Mono.zip(queries.departments(spans.region(), spans.span()), queries.rules(spans.region(), spans.span()))
                .map(t -> answer(new Bulletin(spans.region(), spans.from(), spans.to(), score.weights(),
                        lines(t.getT1(), t.getT2())), form));
    }

    private enum Format {
        JSON, CSV, XLSX
    }

    private ResponseEntity<Object> answer(Bulletin bulletin, Format format) {
        var name = "attachment; filename=\"bulletin-" + bulletin.region() + "-" + bulletin.to() + ".";
        return switch (format) {
            case JSON -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bulletin);
            case CSV -> ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, name + "csv\"").body(Tables.csv(table(bulletin)));
            case XLSX -> ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, name + "xlsx\"")
                    .body(Tables.xlsx(List.of(table(bulletin))));
        };
    }

    private List<Line> lines(List<Department> departments, List<BulletinQueries.Rule> rules) {
        var scored = departments.stream().map(d -> Map.entry(d, score.of(counts(d))))
                .sorted(Comparator.comparing((Map.Entry<Department, Score.Sheet> e) -> e.getValue().points()).reversed()
                        .thenComparing(e -> e.getKey().department()))
                .toList();
        var lines = new ArrayList<Line>();
        for (int i = 0; i < scored.size(); i++) {
            var figures = scored.get(i).getKey();
            var sheet = scored.get(i).getValue();
            int rank = i > 0 && lines.getLast().score().points().compareTo(sheet.points()) == 0
                    ? lines.getLast().rank()
                    : i + 1;
            var byRule = new TreeMap<String, Long>();
            rules.stream().filter(r -> r.department().equals(figures.department()))
                    .forEach(r -> byRule.put(r.rule(), r.orders()));
            lines.add(new Line(rank, name(figures.department()), figures, sheet, byRule));
        }
        return lines;
    }

    private String name(String id) {
        return catalog.department(id).map(d -> d.names().isEmpty() ? d.label() : d.names().getFirst()).orElse(id);
    }

    private static Map<Ground, Long> counts(Department d) {
        var counts = new EnumMap<Ground, Long>(Ground.class);
        for (Ground ground : Ground.values()) {
            counts.put(ground, switch (ground) {
                case REMINDED -> d.reminded();
                case ORDERED -> d.ordered();
                case CIRCULATED -> d.circulated();
                case PROPOSED -> d.proposed();
                case TICKET_RED -> d.ticketsRed();
                case CHECK_RED -> d.checksRed();
                case BAD_RATING -> d.bad();
            });
        }
        return counts;
    }

    private static Table table(Bulletin bulletin) {
        return new Table("督查通报 " + bulletin.from() + " 至 " + bulletin.to(), COLUMNS,
                bulletin.departments().stream().map(line -> {
                    var d = line.figures();
                    return List.<Object>of(line.rank(), d.department(), line.name(), line.score().points(), d.orders(),
                            d.reminded(), d.ordered(), d.circulated(), d.proposed(), d.answered(), d.cleared(),
                            d.tickets(), d.ticketsClosed(), d.ticketsRed(), d.checks(), d.checksRed(), d.good(),
                            d.bad());
                }).toList());
    }

    @GetMapping("/ticket-tags")
    @Operation(summary = "What tickets are about, by tag, most frequent first")
    Mono<List<BulletinQueries.TagCount>> tags(@ParameterObject Spans.Asked asked,
            @Parameter(example = "HOTLINE", schema = @Schema(implementation = Ticket.Kind.class)) @RequestParam(
                    required = false) @Nullable String kind) {
        var parameters = new Parameters();
        var wanted = parameters.choice("kind", kind, Ticket.Kind.class);
        var spans = Spans.of(parameters, asked);
        return queries.tags(spans.region(), spans.span(), wanted == null ? null : wanted.name());
    }
}
