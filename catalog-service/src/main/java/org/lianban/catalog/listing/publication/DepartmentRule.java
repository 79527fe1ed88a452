package org.lianban.catalog.listing.publication;

import java.util.List;
import java.util.Set;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.Item;

/** 责任部门: every item has one, and every department named is on record. */
final class DepartmentRule implements Validation.Rule {

    @Override
    public void check(Content content, Set<String> departments, Faults faults) {
        if (content.lead() != null) {
            known(content.lead(), "/lead", departments, faults);
        }
        all(content.coLeads(), "/coLeads", departments, faults);
        for (int i = 0; i < content.items().size(); i++) {
            Item item = content.items().get(i);
            if (item.departments().isEmpty()) {
                faults.add(Defect.ITEM_WITHOUT_DEPARTMENT.at("/items/" + i + "/departments", "事项%s“%s”没有责任部门",
                        item.no(), item.name()));
            }
            all(item.departments(), "/items/" + i + "/departments", departments, faults);
        }
    }

    private static void all(List<String> ids, String pointer, Set<String> departments, Faults faults) {
        for (int i = 0; i < ids.size(); i++) {
            known(ids.get(i), pointer + "/" + i, departments, faults);
        }
    }

    private static void known(String id, String pointer, Set<String> departments, Faults faults) {
        if (!departments.contains(id)) {
            faults.add(Defect.UNKNOWN_DEPARTMENT.at(pointer, "部门“%s”未登记", id));
        }
    }
}
