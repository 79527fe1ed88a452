package org.lianban.scenarios.client;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianban.scenarios.client.HttpDoor.Answer;
import tools.jackson.databind.JsonNode;

/** Lead departments, the certificate window, supervisors and archivists, each at the door that is theirs. */
public record OfficeClient(Addresses places, HttpDoor doors) {
    /** What a signature on a receipt comes to. */
    public static final String SIGNATURE = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final int REGION = 6;

    private static Map<String, String> lead(String department) {
        return LianbanClient.keyed(LianbanClient.role("LEAD_DEPARTMENT", department));
    }

    private static Map<String, String> certificateWindow(String caseNo) {
        Map<String, String> headers = new TreeMap<>(LianbanClient.role("CERTIFICATE_WINDOW", "clerk-1"));
        headers.put("Lianban-Window", certificateWindowOf(caseNo));
        return headers;
    }

    public static String certificateWindowOf(String caseNo) {
        return caseNo.substring(0, REGION) + "-fz01";
    }

    private String caseAt(String caseNo, String what) {
        return places.result() + "/api/cases/" + caseNo + what;
    }

    /** As result-service shows the case, whole. */
    public JsonNode view(String caseNo) {
        return doors.get(caseAt(caseNo, "")).ok();
    }

    /** 待牵头部门决定的事项 of this case. */
    public List<JsonNode> blocked(String lead, String caseNo) {
        return doors.get(places.dispatch() + "/api/blocked?limit=200&lead=" + lead).ok().path("items").valueStream()
                .filter(entry -> entry.path("caseNo").asString().equals(caseNo)).toList();
    }

    public JsonNode plan(String caseNo) {
        return doors.get(places.dispatch() + "/api/cases/" + caseNo + "/plan").ok();
    }

    /** 联合勘验. */
    public JsonNode inspect(String caseNo, String lead, List<String> items, Instant at, String place) {
        return doors.post(places.dispatch() + "/api/cases/" + caseNo + "/joint-activities", lead(lead), Map.of("kind",
                "INSPECTION", "items", items, "at", at.toString(), "place", place)).ok();
    }

    public JsonNode orders(String caseNo) {
        return doors.get(places.result() + "/api/supervision-orders?caseNo=" + caseNo).ok().path("items");
    }

    public JsonNode order(String id) {
        return doors.get(places.result() + "/api/supervision-orders/" + id).ok();
    }

    public JsonNode notices(String caseNo) {
        return doors.get(caseAt(caseNo, "/notices"), LianbanClient.role("SUPERVISOR", "jd-1")).ok().path("notices");
    }

    public JsonNode results(String caseNo) {
        return doors.get(caseAt(caseNo, "/results"), LianbanClient.role("WINDOW_CLERK", "clerk-1")).ok();
    }

    public JsonNode rate(String caseNo, String level, String remark) {
        return doors.post(caseAt(caseNo, "/ratings"), LianbanClient.keyed(LianbanClient.role("APPLICANT", "applicant")),
                Map.of("level", level, "channel", "HALL_TABLET", "source", "OFFLINE", "remark", remark))
                .ok();
    }

    public JsonNode ticket(String id) {
        return doors.get(places.result() + "/api/tickets/" + id).ok();
    }

    /** @param by role of who takes the step */
    public Answer step(String ticket, String by, String step, Map<String, ?> with) {
        return step(ticket, LianbanClient.role(by, by.equals("APPLICANT") ? "applicant" : "jd-1"), step, with);
    }

    /** A step by the department that has to answer for it. */
    public Answer stepBy(String department, String ticket, String step, Map<String, ?> with) {
        return step(ticket, LianbanClient.role("DEPARTMENT_OFFICER", department), step, with);
    }

    private Answer step(String ticket, Map<String, String> by, String step, Map<String, ?> with) {
        Map<String, Object> body = new HashMap<>(with);
        body.put("step", step);
        return doors.post(places.result() + "/api/tickets/" + ticket + "/steps", LianbanClient.keyed(by), body);
    }

    public JsonNode ratios(String region, String from, String to) {
        return doors.get(places.result() + "/api/ratings/ratios?region=" + region + "&from=" + from + "&to=" + to).ok();
    }

    public JsonNode takeToWindow(String caseNo, List<String> items) {
        return doors.post(caseAt(caseNo, "/results/receipt"), certificateWindow(caseNo), Map.of("items", items)).ok();
    }

    public void chooseTogether(String caseNo) {
        doors.put(caseAt(caseNo, "/delivery-choice"), LianbanClient.role("APPLICANT", "applicant"),
                Map.of("choice", "ALL_AT_ONCE", "way", "WINDOW")).ok();
    }

    public Answer handOut(String caseNo, List<String> items, String receiver) {
        return doors.post(caseAt(caseNo, "/results/delivery"), certificateWindow(caseNo), Map.of("items", items, "way",
                "WINDOW", "receiver", receiver, "proof", SIGNATURE));
    }

    /** 退还 of paper originals. */
    public Answer giveBack(String caseNo, List<String> materials, String receiver) {
        return doors.post(places.intake() + "/api/applications/" + caseNo + "/originals/return",
                LianbanClient.keyed(LianbanClient.clerk(caseNo.substring(0, REGION))),
                Map.of("materials", materials, "receiver", receiver, "signature", SIGNATURE));
    }

    public JsonNode archive(String caseNo, String lead) {
        return doors.post(caseAt(caseNo, "/archive"), lead(lead), null).ok();
    }

    public byte[] packageOf(String caseNo, String lead) {
        return doors.download(caseAt(caseNo, "/archive"), LianbanClient.role("LEAD_DEPARTMENT", lead));
    }
}
