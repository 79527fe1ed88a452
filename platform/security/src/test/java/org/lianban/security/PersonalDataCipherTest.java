package org.lianban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataCipherTest {
    private static final String OLD = "k1:0123456789abcdeffedcba9876543210";
    private static final String NEW = "k2:00112233445566778899aabbccddeeff";

    @TempDir
    Path folder;

    private final PersonalDataCipher cipher = new PersonalDataCipher(DataKeys.parse(OLD));

    /** GB/T 32907-2016, example 1. */
    @Test
    void shouldUseTheStandardsCipher() {
        byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        var engine = new SM4Engine();
        engine.init(true, new KeyParameter(key));
        byte[] out = new byte[16];
        engine.processBlock(key, 0, out, 0);
        assertThat(HexFormat.of().formatHex(out)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三丰", "{\"idNumber\":\"11010519491231002X\"}", "𠮷野家"})
    void shouldOpenWhatItSealed(String plain) {
        String sealed = cipher.seal(plain);
        assertThat(sealed).startsWith("sm4:k1:").isNotEqualTo(cipher.seal(plain));
        assertThat(plain.isEmpty() || !sealed.contains(plain)).isTrue();
        assertThat(cipher.open(sealed)).isEqualTo(plain);
    }

    @Test
    void shouldNoticeEveryChangedCharacter() {
        // With nonce and tag 45 bytes: no bit of the base64 text is left over.
        String sealed = cipher.seal("11010519491231002");
        for (int i = "sm4:k1:".length(); i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThatThrownBy(() -> cipher.open(changed)).as(changed).isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("110105");
        }
    }

    @Test
    void shouldOpenWithOldKeysAndSealWithTheNewest() {
        String before = cipher.seal("李四");
        var both = new PersonalDataCipher(DataKeys.parse(NEW + "\n# kept for what is there\n" + OLD));
        assertThat(both.open(before)).isEqualTo("李四");
        assertThat(both.seal("李四")).startsWith("sm4:k2:");
        assertThatThrownBy(() -> cipher.open(both.seal("李四"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("k2");
    }

    @Test
    void shouldFindAgainWhatWasIndexedUnderAnyKey() {
        var both = new PersonalDataCipher(DataKeys.parse(NEW + "\n" + OLD));
        String before = cipher.indexes("RESIDENT_ID:11010519491231002X").getFirst();
        assertThat(before).startsWith("k1:").doesNotContain("110105").hasSizeLessThan(50);
        assertThat(both.indexes("RESIDENT_ID:11010519491231002X")).hasSize(2).endsWith(before)
                .doesNotHaveDuplicates();
        assertThat(cipher.indexes("RESIDENT_ID:110105194912310021")).doesNotContain(before);
    }

    @Test
    void shouldReadWhatWasStoredBeforeItWasSealed() {
        assertThat(cipher.open("{\"name\":\"王五\"}")).isEqualTo("{\"name\":\"王五\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:0123", "k 1:0123456789abcdeffedcba9876543210", OLD + "\n" + OLD})
    void shouldRefuseKeysThatAreNoneWithoutRepeatingThem(String text) {
        assertThatThrownBy(() -> DataKeys.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("0123");
    }

    @Test
    void shouldMakeOneKeyHoweverManyStartAtOnce() throws Exception {
        Path file = folder.resolve("keys/data-key");
        Set<String> prints = new HashSet<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<String> start = () -> DataKeys.read(file, true).fingerprints().get("k1");
            for (var made : pool.invokeAll(java.util.Collections.nCopies(16, start))) {
                prints.add(made.get());
            }
        }
        assertThat(prints).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void shouldSayWhatToDoWhereTheKeysAreMissing() throws IOException {
        assertThatThrownBy(() -> DataKeys.read(folder.resolve("none"), false))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("none").hasMessageContaining("openssl");
    }
}
