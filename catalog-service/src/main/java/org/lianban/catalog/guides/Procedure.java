package org.lianban.catalog.guides;

import java.util.List;

/** What the rules themselves say of every one-thing: 新政文〔2024〕62号 附件3 四(二), and the applicant's remedies. */
final class Procedure {
    static final List<String> CHANNELS = List.of("网上办理", "窗口办理");

    /** The general course, where the lead has published no steps of its own. */
    static final List<String> STEPS = List.of(
            "申请：网上“一件事”专栏或“一件事”综合受理窗口，一次填写一张表、提交一套材料",
            "收件：材料齐全、符合法定形式的当场出具收件回执；需补正的一次告知全部内容",
            "推送：收件后2小时内同步推送各联办部门",
            "受理：各联办部门1个工作日内作出受理或不予受理决定",
            "审批：无前后置关系的并联审批，有前置事项的先行预审、收到前置结果后即时决定",
            "送达：结果汇总到发证窗口，当天按选定方式（窗口、邮寄、电子）送达，可统一领取或分别领取");

    static final List<String> REMEDIES = List.of(
            "申请人享有陈述权、申辩权；行政机关不予受理、不予许可的，应当书面说明理由（行政许可法第七条、第三十八条）",
            "对行政行为不服的，可以自知道之日起六十日内申请行政复议（行政复议法第二十条）",
            "也可以自知道之日起六个月内依法向人民法院提起行政诉讼（行政诉讼法第四十六条）",
            "咨询、投诉可拨打12345热线，或到政务服务中心“办不成事”反映窗口；办理后可对服务作出“好差评”");

    private Procedure() {}
}
