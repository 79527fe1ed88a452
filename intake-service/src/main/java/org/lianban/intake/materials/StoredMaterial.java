package org.lianban.intake.materials;

/**
 * A file that was uploaded.
 *
 * @param digest {@code sha256:} and 64 hex digits
 * @param mediaType as its first bytes prove
 */
public record StoredMaterial(String digest, String mediaType, long bytes) {}
