package org.lianban.catalog.listing.base;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.text.Characters;

/** 基本目录导入: what a version of the base catalogue must have; every bad row is named at once. */
public final class BaseCheck {
    private static final int LONGEST_CODE = 50;
    private static final int MOST = 20_000;

    private BaseCheck() {}

    public static List<Fault> of(BaseVersion version) {
        Faults faults = new Faults();
        Defect.present(faults, version.version(), "/version", "版本");
        Defect.present(faults, version.source(), "/source", "来源");
        Defect.where(version.items().isEmpty() || version.items().size() > MOST, faults,
                FaultCode.OUT_OF_RANGE.saying("/items", "基本目录应有1至%d项".formatted(MOST)));
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < version.items().size(); i++) {
            BaseVersion.BaseItem item = version.items().get(i);
            String pointer = "/items/" + i;
            Defect.present(faults, item.name(), pointer + "/name", "事项名称");
            Defect.present(faults, item.kind(), pointer + "/kind", "事项类型");
            if (Defect.present(faults, item.code(), pointer + "/code", "基本编码")) {
                Integer before = seen.putIfAbsent(item.code(), i);
                if (before != null) {
                    faults.add(Defect.DUPLICATE.at(pointer + "/code",
                            "基本编码%s与第%d项重复".formatted(item.code(), before + 1)));
                }
                Defect.where(Characters.length(item.code()) > LONGEST_CODE, faults,
                        FaultCode.OUT_OF_RANGE.saying(pointer + "/code", "基本编码不超过%d位".formatted(LONGEST_CODE)));
            }
        }
        return faults.list();
    }
}
