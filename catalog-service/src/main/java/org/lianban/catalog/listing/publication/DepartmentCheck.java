package org.lianban.catalog.listing.publication;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.Department;

/** 部门登记: what a department record must have. */
public final class DepartmentCheck {
    private static final Pattern ID = Pattern.compile("[0-9]{6}-[a-z][a-z0-9]{0,39}");

    private DepartmentCheck() {}

    /** @param known ids of the departments on record, among which the parent must be */
    public static List<Fault> of(Department department, Set<String> known) {
        Faults faults = new Faults();
        boolean complete = Defect.present(faults, department.id(), "/id", "部门编号")
                & Defect.present(faults, department.region(), "/region", "行政区划代码")
                & Defect.present(faults, department.office(), "/office", "机构代号");
        Defect.where(complete && (!ID.matcher(department.id()).matches()
                || !department.id().equals(department.region() + "-" + department.office())),
                faults, FaultCode.MALFORMED.saying("/id", "部门编号应为“行政区划代码-机构代号”"));
        Defect.present(faults, department.label(), "/label", "机构类别名称");
        Defect.present(faults, department.kind(), "/kind", "机构性质");
        Defect.where(department.names().isEmpty() || department.names().stream().anyMatch(String::isBlank), faults,
                FaultCode.MISSING.saying("/names", "缺少部门名称"));
        String parent = department.parent();
        Defect.where(parent != null && (parent.equals(department.id()) || !known.contains(parent)), faults,
                Defect.UNKNOWN_DEPARTMENT.at("/parent", "上级部门“%s”未登记", parent));
        return faults.list();
    }
}
