package org.lianban.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianban.servers.TestServers;
import org.lianban.text.Text.Taken;
import tools.jackson.databind.json.JsonMapper;

/** What is taken goes into the database, as text and in JSON, and comes back the same; lengths are counted alike. */
class StorageTest {
    private static final int TEXTS = 5_000;

    private static List<String> taken() {
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        while (texts.size() < TEXTS) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                int plane = random.nextInt(3) == 0 ? Character.MAX_CODE_POINT : 0xFFFF;
                text.appendCodePoint(random.nextInt(plane + 1));
            }
            TextKind kind = TextKind.values()[random.nextInt(TextKind.values().length)];
            if (Text.read(kind, text.toString()) instanceof Taken taken) {
                texts.add(taken.value());
            }
        }
        return texts;
    }

    @Test
    void shouldComeBackFromTheDatabaseAsItWent() throws SQLException {
        List<String> texts = taken();
        String json = JsonMapper.shared().writeValueAsString(texts);
        try (Connection connection = TestServers.freshDatabase().connect();
                PreparedStatement asked = connection.prepareStatement("""
                        select t, char_length(t), j ->> (i - 1)::int
                        from unnest(?::text[]) with ordinality as given(t, i), (select ?::jsonb as j) as all_texts
                        order by i""")) {
            asked.setArray(1, connection.createArrayOf("text", texts.toArray()));
            asked.setString(2, json);
            try (ResultSet row = asked.executeQuery()) {
                for (String text : texts) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo(text);
                    assertThat(row.getInt(2)).isEqualTo(Characters.length(text));
                    assertThat(row.getString(3)).isEqualTo(text);
                }
            }
        }
        assertThat(JsonMapper.shared().readValue(json, String[].class)).containsExactlyElementsOf(texts);
    }
}
