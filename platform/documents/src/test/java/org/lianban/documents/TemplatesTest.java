package org.lianban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private final Templates templates = Templates.at("templates");

    record Line(String name, @Nullable String note) {}

    record Letter(String title, List<Line> lines) {}

    @Test
    void shouldFillFromRecordsAndEscape() {
        String html = templates.html("letter",
                new Letter("<b>&\u0001终止", List.of(new Line("户口", null), new Line("社保", "备注"))));

        assertThat(html).isEqualTo("<h1>&lt;b&gt;&amp;\uFFFD终止</h1><p>户口</p><p>社保（备注）</p><footer>联办</footer>");
    }

    @Test
    void shouldRefuseAMissingNameAndAMissingTemplate() {
        assertThatThrownBy(() -> templates.html("letter", Map.of("title", "x")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("lines");
        assertThatThrownBy(() -> templates.html("none", Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("templates/none.mustache");
    }
}
