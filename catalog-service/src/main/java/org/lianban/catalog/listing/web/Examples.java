package org.lianban.catalog.listing.web;

/** Examples shown in the API description; a test reads and publishes them. */
public final class Examples {

    public static final String CONTENT = """
            {"code":"XX-30","region":"410721","name":"加装电梯","printedName":"加装电梯“一件事”","subject":"INDIVIDUAL",
            "lead":"410721-zhujian","source":{"document":"新政文〔2026〕1号","regionName":"新乡县","province":"河南省"},
            "items":[
            {"no":"01","name":"加装电梯联合审查","departments":["410721-zhujian","410721-ziranziyuan"],"level":"COUNTY",
            "kind":"CONFIRM","hard":[],"soft":[],"promise":{"amount":5,"unit":"WORKING_DAYS"},
            "waitingStopsPromise":false,"flow":"CONFIRMED"},
            {"no":"02","name":"电梯使用登记","departments":["410721-shichangjianguan"],"level":"COUNTY","kind":"LICENSE",
            "hard":["01"],"soft":[],"promise":{"amount":3,"unit":"WORKING_DAYS"},
            "statutory":{"amount":20,"unit":"WORKING_DAYS"},"waitingStopsPromise":true,"flow":"CONFIRMED"}],
            "questions":[],
            "form":[{"name":"contactPhone","label":"联系电话","type":"PHONE","required":true,"choices":[],"maxLength":20,
            "items":[]}],
            "materials":[{"code":"m01","name":"业主书面同意书","required":true,"items":["01"],
            "mediaTypes":["application/pdf"],"maxBytes":20971520,"confirmation":"CONFIRMED"}]}""";

    public static final String DEPARTMENT = """
            {"id":"410721-dangan","region":"410721","office":"dangan","label":"档案","kind":"AGENCY",
            "names":["县档案馆"]}""";

    public static final String WINDOW = """
            {"id":"410721-zh09","region":"410721","name":"县政务服务中心9号综合窗口","level":"COUNTY",
            "type":"COMPREHENSIVE","clerks":[{"id":"clerk-9","name":"王五","operations":["RECEIVE"]}],
            "oneThings":["XX-30"],"authorisations":[],"receivesFor":[],"active":true}""";

    public static final String ARRANGEMENT = """
            {"document":"国务院办公厅关于2027年部分节假日安排的通知","years":[{"year":2027,"provisional":false,"exceptions":[
            {"date":"2027-01-01","kind":"HOLIDAY","name":"元旦"},
            {"date":"2027-02-20","kind":"WORKDAY","name":"春节调休上班"}]}]}""";

    private Examples() {}
}
