package org.lianban.intake.custody.web;

/** What the OpenAPI document shows of custody. */
public final class CustodyExamples {
    static final String TRANSFER = """
            {"materials":["m01","m02"],"to":"410721-gongan","receiver":"县公安局户政窗口 李警官",
            "courier":{"company":"中国邮政","number":"EA123456789CN"}}""";
    static final String RETENTION = """
            {"materials":["m01"],"place":"档案室 2 排 3 柜"}""";
    static final String RETURN = """
            {"materials":["m01"],"receiver":"张三",
            "signature":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}""";
    static final String ORIGINALS = """
            {"caseNo":"41072120260302YJS0000015","originals":[{"material":"m01","name":"出生医学证明",
            "status":"TRANSFERRED_TO_LEAD","holder":"410721-gongan","since":"2026-03-02T02:10:00Z"}],
            "acts":[{"act":"TRANSFERRED","materials":["m01"],"from":"410721-zh01","to":"410721-gongan",
            "receiver":"县公安局户政窗口 李警官","courier":null,"by":"WINDOW_CLERK:w1-3@410721-zh01",
            "at":"2026-03-02T02:10:00Z"}]}""";
    static final String PRINT = """
            {"materials":["m01","m02"],"copies":1,"purpose":"医保参保留档"}""";
    static final String ATTESTATION = """
            {"digest":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","consistent":true,
            "original":"KEPT"}""";
    static final String ATTESTED = """
            {"caseNo":"41072120260302YJS0000015","ordinal":1,"material":"m01",
            "digest":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "sm3":"sm3:becbbfaae6548b8bf0cfcad5a27183cd1be6093b1cceccc303d9c61d0a645268","kept":true,
            "clerk":"WINDOW_CLERK:w1-3@410721-zh01","window":"410721-zh01","at":"2026-03-02T01:20:00Z"}""";
    static final String VERIFIED = """
            {"caseNo":"41072120260302YJS0000015","checks":[{"material":"m01","ordinal":1,"matches":false,"current":true,
            "attested":"sm3:becbbfaae6548b8bf0cfcad5a27183cd1be6093b1cceccc303d9c61d0a645268",
            "found":"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            "clerk":"WINDOW_CLERK:w1-3@410721-zh01","at":"2026-03-02T01:20:00Z"}]}""";

    private CustodyExamples() {}
}
