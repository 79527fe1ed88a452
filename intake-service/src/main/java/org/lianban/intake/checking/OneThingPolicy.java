package org.lianban.intake.checking;

import org.lianban.command.Faults;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.text.Characters;

/** 一件事 known in the region, and effective. */
public final class OneThingPolicy implements Checker.Policy {
    @Override
    public void check(Checker.Examined application, Faults faults) {
        Filing filing = application.filing();
        String region = filing.region();
        if (region == null) {
            Code.MISSING.add(faults, "/region", "请填写办理地区的行政区划代码");
        }
        if (filing.oneThing() == null) {
            Code.MISSING.add(faults, "/oneThing", "请选择要办理的“一件事”");
        } else if (region != null && application.oneThing() == null) {
            closed(application, filing.oneThing(), faults);
        }
    }

    private static void closed(Checker.Examined application, String oneThing, Faults faults) {
        Stage stage = application.context().stage();
        if (application.filing().test()) {
            Code.NOT_IN_TESTING.add(faults, "/test", "测试办件只能按联调联测中的版本提交，“" + shown(oneThing) + "”没有这样的版本");
        } else if (stage == Stage.SUSPENDED) {
            Code.SUSPENDED.add(faults, "/oneThing", "“" + shown(oneThing) + "”已暂停办理，恢复后再申请");
        } else if (stage == Stage.RETIRED) {
            Code.RETIRED.add(faults, "/oneThing", "“" + shown(oneThing) + "”已废止，不再办理");
        } else {
            Code.UNKNOWN.add(faults, "/oneThing", "该地区没有正在实施的“一件事”：" + shown(oneThing));
        }
    }

    private static String shown(String text) {
        return Characters.cut(text, 50);
    }
}
