package org.lianban.catalog.listing.base;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;

/** 基本目录导入: what a version of the base catalogue must have; every bad row is named at once. */
public final class BaseCheck {
    private static final int LONGEST_CODE = 50;
    private static final int MOST = 20_000;

    private BaseCheck() {}

    public static List<Fault> of(BaseVersion version) {
        Faults faults = new Faults();
        missing(version.version(), "/version", "版本", faults);
        missing(version.source(), "/source", "来源", faults);
        Defect.where(version.items().isEmpty() || version.items().size() > MOST, faults,
                FaultCode.OUT_OF_RANGE.saying("/items", "基本目录应有1至%d项".formatted(MOST)));
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < version.items().size(); i++) {
            BaseVersion.BaseItem item = version.items().get(i);
            String pointer = "/items/" + i;
            missing(item.name(), pointer + "/name", "事项名称", faults);
            Defect.where(item.kind() == null, faults, FaultCode.MISSING.saying(pointer + "/kind", "缺少事项类型"));
            if (!missing(item.code(), pointer + "/code", "基本编码", faults)) {
                Integer before = seen.putIfAbsent(item.code(), i);
                if (before != null) {
                    faults.add(Defect.DUPLICATE.at(pointer + "/code",
                            "基本编码%s与第%d项重复".formatted(item.code(), before + 1)));
                }
                Defect.where(item.code().length() > LONGEST_CODE, faults,
                        FaultCode.OUT_OF_RANGE.saying(pointer + "/code", "基本编码不超过%d位".formatted(LONGEST_CODE)));
            }
        }
        return faults.list();
    }

    private static boolean missing(@Nullable String value, String pointer, String what, Faults faults) {
        boolean absent = value == null || value.isBlank();
        Defect.where(absent, faults, FaultCode.MISSING.saying(pointer, "缺少" + what));
        return absent;
    }
}
