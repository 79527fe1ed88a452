package org.lianban.department.web;

import org.lianban.contracts.catalog.Department;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;

/** The department a path names. */
public record Departments(CatalogCopy catalog) {
    /** @throws Problem 404 if the catalogue does not know it */
    Department require(String id) {
        return catalog.department(id).orElseThrow(() -> Problem.notFound("没有此部门：" + id));
    }
}
