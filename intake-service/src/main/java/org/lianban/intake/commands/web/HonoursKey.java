package org.lianban.intake.commands.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lianban.http.Keys;

/** Says in the OpenAPI document that a command honours {@code Idempotency-Key}. */
@Parameter(in = ParameterIn.HEADER, name = Keys.HEADER, example = "5f0c6a2e-3f0b-4c55-9a55-0d9c6f1b7a10",
        description = "Makes a repeated request harmless: same key and content, same answer. Only successes are kept.")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HonoursKey {}
