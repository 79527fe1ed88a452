package org.lianban.intake.materials;

/** @param digest names the file in applications, {@code sha256:} and 64 hex digits */
public record MaterialAnswer(String digest, String mediaType, long bytes) {}
