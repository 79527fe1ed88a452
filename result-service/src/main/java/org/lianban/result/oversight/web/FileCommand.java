package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lianban.http.Keys;

/** What the description of every command on a file says. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(in = ParameterIn.HEADER, name = Keys.HEADER, description = "Makes a repeated request harmless",
        schema = @Schema(type = "string", minLength = 1, maxLength = 128))
@ApiResponse(responseCode = "403", description = "The role or the department may not")
@ApiResponse(responseCode = "409", description = "Not in this state, too early, or something is missing first")
@ApiResponse(responseCode = "422", description = "Every fault of the request at once")
@interface FileCommand {}
