package org.lianban.intake.checking;

import org.lianban.contracts.catalog.CatalogEvent.Stage;

/** 一件事 known in the region, and effective. */
public final class OneThingPolicy implements Policy {
    private static final int MAX_WINDOW = 64;

    @Override
    public void check(Examined application, Faults faults) {
        Filing filing = application.filing();
        String region = filing.region();
        boolean regionReads = region != null && region.matches("[0-9]{6}");
        if (region == null) {
            faults.add("/region", Code.MISSING, "请填写办理地区的行政区划代码");
        } else if (!regionReads) {
            faults.add("/region", Code.MALFORMED, "行政区划代码应为 6 位数字");
        }
        if (filing.oneThing() == null) {
            faults.add("/oneThing", Code.MISSING, "请选择要办理的“一件事”");
        } else if (regionReads && application.oneThing() == null) {
            closed(application, filing.oneThing(), faults);
        }
        String window = filing.window();
        if (window != null && window.length() > MAX_WINDOW) {
            faults.add("/window", Code.TOO_LONG, "窗口编号最长 " + MAX_WINDOW + " 个字符");
        }
    }

    private static void closed(Examined application, String oneThing, Faults faults) {
        Stage stage = application.world().stage();
        if (application.filing().additions().test()) {
            faults.add("/test", Code.NOT_IN_TESTING, "测试办件只能按联调联测中的版本提交，“" + shown(oneThing) + "”没有这样的版本");
        } else if (stage == Stage.SUSPENDED) {
            faults.add("/oneThing", Code.SUSPENDED, "“" + shown(oneThing) + "”已暂停办理，恢复后再申请");
        } else if (stage == Stage.RETIRED) {
            faults.add("/oneThing", Code.RETIRED, "“" + shown(oneThing) + "”已废止，不再办理");
        } else {
            faults.add("/oneThing", Code.UNKNOWN, "该地区没有正在实施的“一件事”：" + shown(oneThing));
        }
    }

    private static String shown(String text) {
        return text.length() <= 50 ? text : text.substring(0, 50) + "…";
    }
}
