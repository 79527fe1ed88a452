package org.lianban.intake.materials;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** 文件类型 taken as electronic material, each known by its first bytes, whatever its sender calls it. */
public enum FileKind {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a"),
    /** 版式文件 (GB/T 33190), a ZIP archive. */
    OFD("application/ofd", "504b0304");

    /** Of one file. */
    public static final long MAX_BYTES = 20L * 1024 * 1024;
    /** First bytes that tell every kind. */
    public static final int PREFIX = 8;

    private final String mediaType;
    private final byte[] magic;

    FileKind(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = HexFormat.of().parseHex(magic);
    }

    public String mediaType() {
        return mediaType;
    }

    /** @param declared type and subtype, without parameters */
    public static Optional<FileKind> of(String declared) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equalsIgnoreCase(declared)).findFirst();
    }

    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(FileKind::mediaType).toList();
    }

    /** @param prefix the first bytes of the file, {@link #PREFIX} of them where it has as many */
    public boolean begins(byte[] prefix) {
        return prefix.length >= magic.length && Arrays.equals(magic, 0, magic.length, prefix, 0, magic.length);
    }

    /** Why a file was not taken: thrown while it arrives, for what has been written of it is to go. */
    public static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** 拒收原因. */
        public enum Reason {
            TOO_LARGE, NOT_OF_ITS_TYPE, EMPTY
        }

        private final Reason reason;

        public NotTaken(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}
