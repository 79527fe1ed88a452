package org.lianban.scenarios.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.scenarios.client.HttpDoor.Answer;
import tools.jackson.databind.JsonNode;

/** What applicants, window clerks and lead departments do, each through the door that is theirs. */
public record LianbanClient(Addresses places, HttpDoor doors) {
    private static final String KEY = "Idempotency-Key";
    private static final int REGION = 6;

    /** 综合受理窗口 of a region, with the clerk who sits there. */
    static String window(String region) {
        return region + "-zh01";
    }

    public static Map<String, String> clerk(String region) {
        Map<String, String> headers = new TreeMap<>(role("WINDOW_CLERK", "clerk-1"));
        headers.put("Lianban-Window", window(region));
        return headers;
    }

    /** A case number begins with its region. */
    private static String region(String caseNo) {
        return caseNo.substring(0, REGION);
    }

    public static Map<String, String> role(String role, String actor) {
        return Map.of("Lianban-Role", role, "Lianban-Actor", actor);
    }

    /** With a key of its own, under which it is done once. */
    public static Map<String, String> keyed(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(KEY, UUID.randomUUID().toString());
        return all;
    }

    public OneThing oneThing(String code) {
        return doors.get(places.catalog() + "/api/one-things/" + code).as(OneThing.class);
    }

    /** Reads what the one-thing asks, uploads its materials and fills in the form. */
    public Application prepare(String code, int number, Map<String, String> answers) {
        Draft draft = new Draft(oneThing(code), number, answers);
        Map<String, String> digests = new TreeMap<>();
        for (Material material : draft.materials()) {
            digests.put(material.code(), upload(List.of(material.name(), "申请人：" + draft.applicantName(),
                    "用于办理：" + code)));
        }
        return draft.application(digests);
    }

    /** Returns the digest that names the file. */
    public String upload(List<String> lines) {
        return doors.upload(places.intake() + "/api/materials", "application/pdf", Pdf.page(lines)).ok()
                .path("digest").asString();
    }

    /** Hands it in; the answer may be a refusal. */
    public Answer submit(Application application) {
        boolean window = "WINDOW".equals(application.body().get("channel"));
        return doors.post(places.intake() + "/api/applications",
                keyed(window ? clerk(application.oneThing().region()) : Map.of()), application.body());
    }

    /** Hands it in and returns the case number. */
    public String file(Application application) {
        return submit(application).ok().path("caseNo").asString();
    }

    /** 收件, every review point answered. */
    public JsonNode receive(String caseNo) {
        JsonNode application = application(caseNo);
        Set<String> handed = application.path("materials").valueStream().map(m -> m.path("code").asString())
                .collect(Collectors.toSet());
        OneThing oneThing = oneThing(application.path("oneThing").asString());
        return command(caseNo, "receipt", clerk(region(caseNo)), Map.of("checks", Application.checks(oneThing, handed)))
                .ok();
    }

    /** 一次告知. */
    public JsonNode notifyCorrection(String caseNo, List<Map<String, String>> defects) {
        return command(caseNo, "correction-notice", clerk(region(caseNo)), Map.of("defects", defects)).ok();
    }

    /** 补正. */
    public JsonNode resubmit(String caseNo, Map<String, ?> changes) {
        return command(caseNo, "resubmission", Map.of(), changes).ok();
    }

    /** 撤回 of the whole case. */
    public Answer withdraw(String caseNo, String reason) {
        return command(caseNo, "withdrawal", Map.of(), Map.of("reason", reason));
    }

    /** 撤回 of some items of a case that was received. */
    public Answer withdraw(String caseNo, List<String> items, String reason) {
        return command(caseNo, "withdrawal", Map.of(), Map.of("items", items, "reason", reason));
    }

    /** 容缺补齐. */
    public Answer supplement(String caseNo, List<? extends Map<?, ?>> materials) {
        return command(caseNo, "supplements", Map.of(), Map.of("purpose", "TOLERANCE", "materials", materials));
    }

    private Answer command(String caseNo, String what, Map<String, String> headers, Map<String, ?> body) {
        return doors.post(places.intake() + "/api/applications/" + caseNo + "/" + what, keyed(headers), body);
    }

    /** @param decision TERMINATE or CONTINUE */
    public Answer leadDecision(String caseNo, String itemNo, String lead, String decision, String reason) {
        return doors.post(places.dispatch() + "/api/cases/" + caseNo + "/items/" + itemNo + "/lead-decision",
                keyed(role("LEAD_DEPARTMENT", lead)), Map.of("decision", decision, "reason", reason));
    }

    /** As intake-service shows it. */
    public JsonNode application(String caseNo) {
        return doors.get(places.intake() + "/api/applications/" + caseNo).ok();
    }

    /** As result-service shows it; empty while it has not heard of the case. */
    public Optional<CaseView> look(String caseNo) {
        Answer answer = doors.get(places.result() + "/api/cases/" + caseNo);
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.as(CaseView.class));
    }

    /** Empty too when nothing has changed since that version. */
    public Optional<CaseView> look(String caseNo, long version) {
        Answer answer = doors.get(places.result() + "/api/cases/" + caseNo,
                Map.of("If-None-Match", "\"" + version + "\""));
        return answer.status() == 404 || answer.status() == 304
                ? Optional.empty()
                : Optional.of(answer.as(CaseView.class));
    }

    /** 办理轨迹 after a version, oldest first. */
    public JsonNode timeline(String caseNo, long after) {
        return doors.get(places.result() + "/api/cases/" + caseNo + "/timeline?limit=200&after=" + after).ok()
                .path("items");
    }

    public JsonNode deadlines(String caseNo) {
        return doors.get(places.result() + "/api/cases/" + caseNo + "/deadlines").ok().path("deadlines");
    }
}
