package org.lianban.result.bundle.web;

/** Examples shown in the API description; a test reads them as what they stand for. */
final class Examples {
    static final String CASE = """
            {"caseNo":"41072120260918YJS000001F","version":5,"region":"410721","regionName":"新乡县",
            "oneThing":{"code":"XX-09","name":"新生儿出生","hash":"sha256:9f0a"},
            "lead":{"id":"410721-weijian","name":"卫健"},"channel":"ONLINE","applicantName":"张*",
            "receiptNo":"SJ-000001","state":"IN_PROGRESS","stateText":"办理中","next":"等待各部门办结",
            "due":{"timer":"PROMISE","timerText":"承诺办结时限","itemNo":"01","due":"2026-11-30T16:00:00Z",
            "lastDay":"2026-11-30","amber":"2026-11-27T16:00:00Z","status":"RUNNING","dueSoon":false,
            "provisional":false},
            "progress":{"ended":0,"total":2},
            "times":{"round":0,"handedInAt":"2026-11-23T01:00:00Z","receivedAt":"2026-11-23T01:20:00Z",
            "dispatchedAt":"2026-11-23T01:20:00Z"},
            "items":[
            {"itemNo":"01","name":"出生医学证明","kind":"CONFIRM","state":"IN_REVIEW","stateText":"审查中",
            "department":{"id":"410721-weijian","name":"卫健"},"others":[],"since":"2026-11-23T02:00:00Z",
            "due":{"timer":"PROMISE","timerText":"承诺办结时限","itemNo":"01","due":"2026-11-30T16:00:00Z",
            "status":"RUNNING","dueSoon":false,"provisional":false},
            "waitsFor":[],"next":"等待卫健作出审批决定","acceptedAt":"2026-11-23T02:00:00Z","deemed":false},
            {"itemNo":"02","name":"户口登记","kind":"CONFIRM","state":"PRE_REVIEW","stateText":"容缺预审",
            "department":{"id":"410721-gongan","name":"公安"},"others":[],"since":"2026-11-23T02:10:00Z",
            "waitsFor":[{"itemNo":"01","name":"出生医学证明","state":"IN_REVIEW","stateText":"审查中",
            "department":{"id":"410721-weijian","name":"卫健"}}],
            "why":"等待前置事项：01 出生医学证明（卫健，审查中）","next":"公安先行预审，前置事项办结后作出决定",
            "acceptedAt":"2026-11-23T02:10:00Z","deemed":false}],
            "skipped":[]}""";

    static final String CASES = """
            {"items":[{"caseNo":"41072120260918YJS000001F","version":5,"region":"410721",
            "oneThing":{"code":"XX-09","name":"新生儿出生","hash":"sha256:9f0a"},"state":"IN_PROGRESS",
            "stateText":"办理中","progress":{"ended":0,"total":2},"handedInAt":"2026-11-23T01:00:00Z"}],
            "next":"41072120260918YJS000001F"}""";

    static final String TIMELINE = """
            {"items":[{"caseNo":"41072120260918YJS000001F","version":1,"entries":[
            {"what":"CaseSubmitted","text":"提交申请","at":"2026-11-23T01:00:00Z","items":[],"detail":"ONLINE"}]}]}""";

    static final String EVENT = """
            id:4
            event:case
            data:{"caseNo":"41072120260918YJS000001F","version":4,"entries":[{"what":"ItemAccepted","text":"受理",\
            "at":"2026-11-23T02:00:00Z","items":["01"],"department":"410721-weijian"}]}
            """;

    static final String DEADLINES = """
            {"caseNo":"41072120260918YJS000001F","version":5,"at":"2026-11-23T03:00:00Z","deadlines":[
            {"timer":"ACCEPTANCE","timerText":"部门受理时限","itemNo":"02","itemName":"户口登记",
            "responsible":{"id":"410721-gongan","name":"公安"},"limit":{"amount":1,"unit":"WORKING_DAYS"},
            "start":"2026-11-23T01:20:00Z","due":"2026-11-24T16:00:00Z","lastDay":"2026-11-24",
            "amber":"2026-11-23T16:00:00Z","stoppedAt":"2026-11-23T02:10:00Z","status":"MET","open":false,
            "dueSoon":false,"lateSeconds":0,"remaining":{"amount":1,"unit":"WORKING_DAYS"},"provisional":false,
            "calendarVersion":"CN@1","steps":[
            {"kind":"START","from":"2026-11-23","to":"2026-11-23","charged":0,"text":"起算"}]}]}""";

    static final String ALARMS = """
            {"items":[{"caseNo":"41072120260918YJS000001F","region":"410721","oneThing":"新生儿出生",
            "itemName":"户口登记","responsible":{"id":"410721-gongan","name":"公安"},"lateSeconds":3600,
            "deadline":{"timer":"ACCEPTANCE","timerText":"部门受理时限","itemNo":"02","due":"2026-11-24T16:00:00Z",
            "lastDay":"2026-11-24","amber":"2026-11-23T16:00:00Z","status":"BREACHED","dueSoon":false,
            "provisional":false}}]}""";

    static final String NOT_FOUND = """
            {"type":"about:blank","title":"未找到","status":404,"detail":"没有此办件：41072120260918YJS000001F",
            "instance":"/api/cases/41072120260918YJS000001F","code":"NOT_FOUND","faults":[]}""";

    static final String FAULTS = """
            {"type":"about:blank","title":"请求无法识别","status":400,"detail":"共有 2 处问题，请一次更正",
            "instance":"/api/cases","code":"BAD_REQUEST","faults":[
            {"pointer":"?region","code":"MALFORMED","message":"行政区划代码应为六位数字"},
            {"pointer":"?limit","code":"OUT_OF_RANGE","message":"limit应为1至200的整数"}]}""";

    private Examples() {}
}
