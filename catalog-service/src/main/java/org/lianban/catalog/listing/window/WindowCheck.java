package org.lianban.catalog.listing.window;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;

/**
 * What a window's record must have. Windows stand in the county's hall, below it in the towns, below these in the
 * villages (新政文〔2024〕62号 附件3 三(一)).
 */
public record WindowCheck(Window window, Faults faults) {
    private static final Pattern ID = Pattern.compile("[0-9]{6}-[a-z][a-z0-9]{0,19}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MOST_CLERKS = 200;

    /**
     * What the check looks at.
     *
     * @param parent the record of the parent; null where there is none
     * @param oneThings newest version of every one-thing that the window names and that is on the list, by code
     */
    public record Context(@Nullable Window parent, Map<String, OneThing> oneThings) {}

    public static List<Fault> of(Window window, Context context) {
        WindowCheck check = new WindowCheck(window, new Faults());
        check.identity(context.parent());
        check.clerks();
        check.rights(context.oneThings());
        return check.faults.list();
    }

    private void identity(@Nullable Window parent) {
        Defect.present(faults, window.name(), "/name", "窗口名称");
        Defect.present(faults, window.type(), "/type", "窗口类型");
        boolean level = Defect.present(faults, window.level(), "/level", "窗口层级");
        boolean named = Defect.present(faults, window.id(), "/id", "窗口编号")
                & Defect.present(faults, window.region(), "/region", "行政区划代码");
        Defect.where(named && (!ID.matcher(window.id()).matches() || !window.id().startsWith(window.region() + "-")),
                faults, FaultCode.MALFORMED.saying("/id", "窗口编号应为“行政区划代码-代号”"));
        Defect.where(window.parent() != null && parent == null, faults,
                Defect.UNKNOWN_DEPARTMENT.at("/parent", "上级窗口%s未登记", window.parent()));
        Defect.where(level && window.level() != Window.Level.COUNTY && window.parent() == null, faults,
                FaultCode.MISSING.saying("/parent", "乡镇、村级窗口应有上级窗口"));
        if (level && parent != null && parent.level().ordinal() > window.level().ordinal()) {
            faults.add(FaultCode.MALFORMED.saying("/parent", "上级窗口%s的层级低于本窗口".formatted(parent.id())));
        }
    }

    private void clerks() {
        Set<String> seen = new HashSet<>();
        Defect.where(window.clerks().size() > MOST_CLERKS, faults,
                FaultCode.OUT_OF_RANGE.saying("/clerks", "窗口人员不超过%d人".formatted(MOST_CLERKS)));
        Defect.each("/clerks", window.clerks(), (clerk, pointer) -> {
            Defect.present(faults, clerk.name(), pointer + "/name", "姓名");
            if (Defect.present(faults, clerk.id(), pointer + "/id", "账号") && !ACCOUNT.matcher(clerk.id()).matches()) {
                faults.add(FaultCode.MALFORMED.saying(pointer + "/id", "账号%s格式不正确".formatted(clerk.id())));
            } else if (!seen.add(clerk.id())) {
                faults.add(Defect.DUPLICATE.at(pointer + "/id", "账号%s重复", clerk.id()));
            }
            Defect.where(clerk.operations() == null || clerk.operations().isEmpty(), faults,
                    FaultCode.MISSING.saying(pointer + "/operations", "没有收件、录入、上传、分发、汇总、反馈中的任何权限"));
        });
    }

    private void rights(Map<String, OneThing> oneThings) {
        for (int i = 0; i < window.oneThings().size(); i++) {
            Defect.where(!oneThings.containsKey(window.oneThings().get(i)), faults,
                    Defect.UNKNOWN_ITEM.at("/oneThings/" + i, "一件事%s不在清单中", window.oneThings().get(i)));
        }
        for (int i = 0; i < window.receivesFor().size(); i++) {
            String region = window.receivesFor().get(i);
            Defect.where(region == null || !REGION.matcher(region).matches() || region.equals(window.region()), faults,
                    FaultCode.MALFORMED.saying("/receivesFor/" + i, "代收地区应为本地以外的六位行政区划代码"));
        }
        for (int i = 0; i < window.authorisations().size(); i++) {
            authorisation(window.authorisations().get(i), "/authorisations/" + i, oneThings);
        }
    }

    private void authorisation(Window.Authorisation authorisation, String pointer, Map<String, OneThing> oneThings) {
        Defect.present(faults, authorisation.representative(), pointer + "/representative", "首席代表");
        boolean dated = Defect.present(faults, authorisation.from(), pointer + "/from", "授权开始日期")
                & Defect.present(faults, authorisation.until(), pointer + "/until", "授权结束日期");
        Defect.where(dated && authorisation.until().isBefore(authorisation.from()), faults,
                FaultCode.OUT_OF_RANGE.saying(pointer + "/until", "授权结束日期早于开始日期"));
        OneThing oneThing = oneThings.get(String.valueOf(authorisation.oneThing()));
        OneThing.Item item = oneThing == null
                ? null
                : oneThing.item(String.valueOf(authorisation.itemNo())).orElse(null);
        if (item == null) {
            faults.add(Defect.UNKNOWN_ITEM.at(pointer + "/itemNo", "没有事项%s %s", authorisation.oneThing(),
                    authorisation.itemNo()));
            return;
        }
        if (!item.rules().acceptOnReceipt()) {
            faults.add(Defect.EXCLUDED.at(pointer + "/itemNo", "事项%s“%s”未公布为收件即受理，不能授权窗口受理", item.no(), item.name()));
        }
        Defect.where(!window.oneThings().isEmpty() && !window.oneThings().contains(authorisation.oneThing()), faults,
                Defect.EXCLUDED.at(pointer + "/oneThing", "窗口没有进驻一件事%s", authorisation.oneThing()));
    }
}
