package org.lianban.dispatch.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.kit.catalog.CatalogCopy;

/**
 * What things of a case are called, where the catalogue knows.
 *
 * @param oneThing the version the case was filed under
 */
record Names(Optional<OneThing> oneThing, CatalogCopy catalog) {
    @Nullable
    String ofOneThing() {
        return oneThing.map(OneThing::name).orElse(null);
    }

    @Nullable
    String ofItem(String no) {
        return oneThing.flatMap(o -> o.item(no)).map(OneThing.Item::name).orElse(null);
    }

    @Nullable
    String ofMaterial(String code) {
        return oneThing.flatMap(o -> o.materials().stream().filter(m -> m.code().equals(code)).findFirst())
                .map(OneThing.Material::name).orElse(null);
    }

    PlanView.DepartmentRef department(String id) {
        return new PlanView.DepartmentRef(id, catalog.department(id).map(Department::names)
                .filter(names -> !names.isEmpty()).map(List::getFirst).orElse(id));
    }
}
