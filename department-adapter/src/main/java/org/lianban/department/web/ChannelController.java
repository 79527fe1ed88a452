package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.department.channel.ChannelRequest;
import org.lianban.department.handler.ChannelHandler;
import org.lianban.department.query.ChannelQueries;
import org.lianban.http.Actors;
import org.lianban.http.Keys;
import org.lianban.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 接入登记: how a department is connected, how it is doing, and handing it everything again. */
@RestController
@RequestMapping("/api/departments/{id}")
@Tag(name = "channels", description = "部门接入：推送、拉取、手工")
public record ChannelController(Departments departments, ChannelHandler handler, ChannelQueries channels,
        ChannelRequest.Place place) {
    /** @param deliveries that are due now */
    public record Resent(long deliveries) {}

    @Operation(summary = "How the department is connected")
    @GetMapping("/channel")
    Mono<ChannelQueries.ChannelView> channel(@PathVariable String id) {
        return channels.channel(departments.require(id).id());
    }

    @Operation(summary = "Connect the department",
            description = """
                    The secret that signs pushes (HMAC_SHA256 or HMAC_SM3) is named, never sent: it comes from the environment as \
                    lianban.department.secrets.<name>. Every fault is answered at once.""")
    @PutMapping("/channel")
    Mono<ChannelQueries.ChannelView> connect(@PathVariable String id,
            @RequestBody ChannelRequest request, @RequestHeader HttpHeaders headers) {
        String department = departments.require(id).id();
        String actor = Actors.of(headers, Actor.Role.OPERATOR).text();
        // None is needed, for the same channel twice is one channel; a bad one is told here as everywhere.
        Keys.of(headers);
        List<Fault> faults = request.faults(place);
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
        return handler.connect(department, request.channel(), actor)
                .then(Mono.defer(() -> channels.channel(department)));
    }

    @Operation(summary = "How the department is doing")
    @GetMapping("/status")
    Mono<ChannelQueries.StatusView> status(@PathVariable String id) {
        return channels.status(departments.require(id));
    }

    @Operation(summary = "Hand out everything again that has no answer yet", description = """
            Deliveries keep their ids, so that a department that has them already recognises them.""")
    @PostMapping("/resend")
    Mono<Resent> resend(@PathVariable String id) {
        return handler.resend(departments.require(id).id()).map(Resent::new);
    }
}
