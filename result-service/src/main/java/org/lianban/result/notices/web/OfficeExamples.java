package org.lianban.result.notices.web;

/** Examples of notices, results and parcels for the API description; a test reads them as what they stand for. */
public final class OfficeExamples {
    public static final String CASE = "41072120261123YJS000001X";
    static final String NO = "41072120261123YJS000001X-01-SL1";

    static final String NOTICES = """
            {"caseNo":"41072120261123YJS000001X","notices":[
            {"no":"41072120261123YJS000001X-01-SL1","kind":"ACCEPTANCE","title":"行政许可申请受理通知书",
            "caseNo":"41072120261123YJS000001X","itemNo":"01","item":"食品经营许可","issuer":"新乡县市场监管局",
            "seal":"新乡县市场监管局行政许可专用章","applicant":"张*","issuedAt":"2026-11-23T02:35:00Z",
            "standing":"ISSUED",
            "digest":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0","templates":1}]}""";

    static final String NOTICE = """
            {"no":"41072120261123YJS000001X-01-SL1","kind":"ACCEPTANCE","title":"行政许可申请受理通知书",
            "caseNo":"41072120261123YJS000001X","itemNo":"01","item":"食品经营许可","issuer":"新乡县市场监管局",
            "seal":"新乡县市场监管局行政许可专用章","applicant":"张*","issuedAt":"2026-11-23T02:35:00Z",
            "standing":"DELIVERED","delivered":{"way":"WINDOW","receiver":"张**",
            "proof":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            "at":"2026-11-23T03:00:00Z","by":"CERTIFICATE_WINDOW:fz-2@410721-fz01"},
            "digest":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0","templates":1}""";

    static final String PROOF = """
            {"way":"WINDOW","receiver":"张三丰",
            "proof":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"}""";

    static final String VERIFIED = """
            {"no":"41072120261123YJS000001X-01-SL1","genuine":true,"title":"行政许可申请受理通知书",
            "issuer":"新乡县市场监管局","issuedAt":"2026-11-23T02:35:00Z","standing":"DELIVERED"}""";

    static final String RESULTS = """
            {"caseNo":"41072120261123YJS000001X","choice":"ALL_AT_ONCE","way":"WINDOW","results":[
            {"itemNo":"01","item":"食品经营许可","outcome":"APPROVED","decisionNo":"新市监许〔2026〕7号",
            "decidedAt":"2026-12-02T07:00:00Z","filedAt":"2026-12-02T08:00:00Z","receivedAt":"2026-12-03T01:00:00Z",
            "window":"410721-fz01","licence":{
            "id":"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
            "name":"食品经营许可证","validUntil":"2031-12-01"},
            "notices":["41072120261123YJS000001X-01-SL1","41072120261123YJS000001X-01-JD1"]}],
            "collectable":["01"]}""";

    static final String DELIVERY = """
            {"items":["01"],"way":"WINDOW","receiver":"张三丰",
            "proof":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"}""";

    static final String BOOKING = """
            {"carrier":"EMS","courierNo":"EZ123456789CN","direction":"TO_CERTIFICATE_WINDOW","from":"新乡市市场监管局",
            "to":"410721-fz01","contents":[{"caseNo":"41072120261123YJS000001X","itemNo":"01"}]}""";

    static final String SHIPMENT = """
            {"carrier":"EMS","courierNo":"EZ123456789CN","direction":"TO_CERTIFICATE_WINDOW","from":"新乡市市场监管局",
            "to":"410721-fz01","contents":[{"caseNo":"41072120261123YJS000001X","itemNo":"01"}],
            "track":[{"state":"PREPARED","at":"2026-12-02T08:00:00Z"}]}""";

    static final String LICENCES = """
            [{"itemNo":"01","state":"ISSUED","tries":1,"licence":{
            "number":"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U","name":"食品经营许可证",
            "caseNo":"41072120261123YJS000001X","itemNo":"01","oneThing":"开办餐饮店","item":"食品经营许可","holder":"张*",
            "authority":"新乡县市场监管局","decisionNo":"新市监许〔2026〕7号","issuedOn":"2026-12-02",
            "validUntil":"2031-12-01"},
            "digest":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"}]""";

    private OfficeExamples() {}
}
