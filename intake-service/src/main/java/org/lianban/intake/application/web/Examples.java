package org.lianban.intake.application.web;

/** What the OpenAPI document shows of applications, whose form depends on the catalogue. */
final class Examples {
    static final String APPLICATION = """
            {"region":"410721","oneThing":"XX-09","channel":"WINDOW","window":"410721-zh01",
            "applicant":{"name":"张三","idType":"RESIDENT_ID","idNumber":"11010519491231002X","phone":"13800000000"},
            "agent":null,"answers":{"item-05":"yes","item-07":"yes"},
            "form":{"childName":"张小宝","birthDate":"2026-03-01","childSex":"男","motherIdNumber":"410721199005200026",
            "fatherIdNumber":"410721198802150012","settleAddress":"新乡县小冀镇1号","contactPhone":"13800000000",
            "resultDelivery":"统一窗口领取"},
            "materials":[{"code":"m01","form":"PAPER"},{"code":"m03","form":"PAPER"}]}""";
    static final String ANSWER = """
            {"caseNo":"41072120260918YJS000001F","state":"RECEIVED","round":0,"items":["01","02","03"],
            "receiptNo":"SJHZ41072120260302000001","due":{"intakeDue":"2026-03-02T03:10:00Z","provisional":false}}""";
    static final String FAULTS = """
            {"type":"about:blank","title":"内容不符合要求","status":422,"detail":"共有 2 处问题，请一次更正",
            "instance":"/api/applications","code":"NOT_ACCEPTABLE","faults":[
            {"pointer":"/applicant/idNumber","code":"BAD_CHECK_DIGIT","message":"公民身份号码的校验码不正确，请核对"},
            {"pointer":"/form/childName","code":"MISSING","message":"请填写“新生儿姓名”"}]}""";
    static final String RESUBMISSION = """
            {"form":{"childName":"张小宝","birthDate":"2026-03-01","settleAddress":"新乡县小冀镇1号"},
            "materials":[{"code":"m01","form":"ELECTRONIC","digest":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}]}""";
    static final String AMENDMENT = """
            {"form":{"childName":"张小宝","birthDate":"2026-03-01"},"commitments":[{"material":"m02","type":"DEFER",
            "textId":"c1","textVersion":1,"signature":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            "signedBy":"APPLICANT","signedAt":"2026-03-02T09:10:00+08:00"}]}""";

    private Examples() {}
}
