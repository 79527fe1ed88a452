package org.lianban.result.bundle.web;

/** Examples shown in the API description; a test reads them as what they stand for. */
final class AttributionExamples {
    static final String ATTRIBUTION = """
            {"caseNo":"41072120260918YJS000001F","version":9,"from":"2026-11-23T01:00:00Z","to":"2026-11-24T02:00:00Z",
            "open":false,"minutes":480,"shares":[
            {"account":"DEPARTMENT","accountText":"部门","department":{"id":"410721-gongan","name":"公安"},"minutes":420},
            {"account":"INTAKE","accountText":"综合受理窗口","minutes":60}],
            "charges":[
            {"account":"INTAKE","accountText":"综合受理窗口","from":"2026-11-23T01:00:00Z",
            "to":"2026-11-23T02:00:00Z","minutes":60},
            {"account":"DEPARTMENT","accountText":"部门","department":{"id":"410721-gongan","name":"公安"},
            "itemNo":"02","itemName":"户口登记","from":"2026-11-23T02:00:00Z","to":"2026-11-24T02:00:00Z",
            "minutes":420}]}""";

    static final String OUTAGE = """
            {"region":"410721","department":"410721-gongan","from":"2026-11-23T01:00:00Z",
            "to":"2026-11-23T03:00:00Z","reason":"专网中断","approver":"县行政审批局 王主任"}""";

    private AttributionExamples() {}
}
