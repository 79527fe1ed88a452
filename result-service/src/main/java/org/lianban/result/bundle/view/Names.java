package org.lianban.result.bundle.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;

/** Names of items and departments; the number or id itself where the catalogue copy does not have the name. */
record Names(@Nullable OneThing oneThing, Departments departments) {
    /** Looks up a department's name by its id. */
    @FunctionalInterface
    interface Departments {
        Optional<String> name(String id);
    }

    String item(String no) {
        return oneThing == null ? no : oneThing.item(no).map(OneThing.Item::name).orElse(no);
    }

    CaseView.DepartmentRef department(String id) {
        return new CaseView.DepartmentRef(id, departments.name(id).orElse(id));
    }

    CaseView.MaterialName material(String code) {
        return new CaseView.MaterialName(code, oneThing == null
                ? code
                : oneThing.materials().stream().filter(m -> m.code().equals(code)).findFirst()
                        .map(OneThing.Material::name).orElse(code));
    }

    CaseView.ItemRef ref(String no) {
        return new CaseView.ItemRef(no, item(no));
    }
}
