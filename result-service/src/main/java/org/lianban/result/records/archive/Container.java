package org.lianban.result.records.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.lianban.result.bundle.journal.Journal;

/**
 * 归档包: files in one ZIP that has exactly one form. Nothing is compressed and every entry has the same time, so that the
 * same files give the same bytes on every machine, and a package whose bytes are not those was changed.
 */
public final class Container {
    /** Largest package that is opened, in bytes. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_FILES = 1_000;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> files;

    Container(Map<String, byte[]> files) {
        this.files = new LinkedHashMap<>(files);
    }

    /** In the order they stand. */
    public Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    byte[] file(String name) throws Journal.Damaged {
        byte[] content = files.get(name);
        if (content == null) {
            throw new Journal.Damaged("归档包缺少文件 " + name);
        }
        return content;
    }

    String text(String name) throws Journal.Damaged {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var file : files.entrySet()) {
                var crc = new CRC32();
                crc.update(file.getValue());
                var entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCompressedSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** @throws Journal.Damaged when it is no package, or not byte for byte the one that its files make */
    static Container open(byte[] packed) throws Journal.Damaged {
        if (packed.length > MOST_BYTES) {
            throw new Journal.Damaged("归档包超过 " + MOST_BYTES / 1024 / 1024 + " MB");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (files.put(entry.getName(), zip.readAllBytes()) != null || files.size() > MOST_FILES) {
                    throw new Journal.Damaged("归档包文件重复或过多");
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Journal.Damaged("归档包无法打开：" + unreadable.getMessage());
        }
        var container = new Container(files);
        if (files.isEmpty() || !Arrays.equals(container.bytes(), packed)) {
            throw new Journal.Damaged("归档包字节与其内容不符，已被改动");
        }
        return container;
    }
}
