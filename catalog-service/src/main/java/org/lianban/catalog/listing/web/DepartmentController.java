package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lianban.catalog.listing.handler.RegisterHandler;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.contracts.catalog.Department;
import org.lianban.http.FormReader;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 部门名录. */
@RestController
@RequestMapping("/api/departments")
@Tag(name = "departments", description = "部门名录")
record DepartmentController(RegisterQueries departments, RegisterHandler registers, Commands commands) {
    private static final int PAGE = 100;

    @GetMapping
    @Operation(summary = "Departments by id")
    Mono<Page<Department>> list(@ParameterObject RegionPage.Asked asked) {
        return RegionPage.of(new Parameters(), asked, PAGE).answer(departments::departments, Department::id);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Register a department or change its record",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @io.swagger.v3.oas.annotations.media.Content(
                            schema = @Schema(implementation = Department.class),
                            examples = @ExampleObject(Examples.DEPARTMENT))))
    Mono<Department> put(@PathVariable String id, @RequestBody byte[] body, ServerHttpRequest request) {
        Department department = FormReader.document(body, Department.class);
        Commands.same(id, department.id(), "部门编号");
        return commands.byOwner(Commands.Subject.DEPARTMENT, request, department,
                c -> registers.putDepartment(c, department));
    }
}
