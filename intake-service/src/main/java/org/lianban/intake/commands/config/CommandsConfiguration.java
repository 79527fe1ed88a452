package org.lianban.intake.commands.config;

import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.commands.handler.IntakeMeters;
import org.lianban.intake.commands.store.NumberRepository;
import org.lianban.intake.commands.web.Doors;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What all commands of intake have in common. */
@Configuration(proxyBeanMethods = false)
@Import({NumberRepository.class, IntakeMeters.class, Commands.class, Doors.class})
public class CommandsConfiguration {}
