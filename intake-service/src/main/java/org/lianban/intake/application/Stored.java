package org.lianban.intake.application;

import org.lianban.intake.application.Application.Filed;

/** @param sequence of the last event that was published of it */
public record Stored(Filed state, long sequence) {}
