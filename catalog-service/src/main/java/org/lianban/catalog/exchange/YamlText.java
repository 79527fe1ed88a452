package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.catalog.listing.publication.Content;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.core.JacksonException;

/** Contents as YAML, in the words of the contract, below {@code oneThings}. */
public final class YamlText {
    private static final String LIST = "oneThings";
    private static final String SHEET = "oneThings";
    private static final int MOST_CHARACTERS = 10 << 20;

    private YamlText() {}

    public static String write(List<Content> contents) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        List<Object> all = new ArrayList<>();
        contents.forEach(c -> all.add(Tree.JSON.convertValue(c, LinkedHashMap.class)));
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options)
                .dump(Map.of(LIST, all));
    }

    /** Faults name the one-thing by its place in the list, from 1, and the pointer within it as the column. */
    public static Imported read(String text, Set<String> departments) {
        List<RowFault> faults = new ArrayList<>();
        List<Content> contents = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();
        List<?> entries = entries(text, faults);
        for (int i = 0; i < entries.size(); i++) {
            try {
                Content content = Tree.JSON.convertValue(entries.get(i), Content.class);
                if (content == null) {
                    faults.add(new RowFault(SHEET, i + 1, "", "MISSING", "没有内容"));
                    continue;
                }
                contents.add(content);
                int row = i + 1;
                if (!codes.add(String.valueOf(content.code()))) {
                    faults.add(new RowFault(SHEET, row, "/code", "DUPLICATE", "一件事%s重复".formatted(content.code())));
                }
                Imports.faults(content, departments, names).forEach(
                        f -> faults.add(new RowFault(SHEET, row, f.pointer(), f.code(), f.message())));
            } catch (JacksonException | IllegalArgumentException unreadable) {
                faults.add(new RowFault(SHEET, i + 1, "", "UNREADABLE",
                        "无法识别：" + String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("")));
            }
        }
        return faults.isEmpty() ? new Imported(contents, List.of()) : new Imported(List.of(), faults);
    }

    private static List<?> entries(String text, List<RowFault> faults) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        try {
            if (new Yaml(new SafeConstructor(limits)).load(text) instanceof Map<?, ?> map
                    && map.get(LIST) instanceof List<?> list && !list.isEmpty()) {
                return list;
            }
            faults.add(new RowFault(SHEET, 0, "", "MISSING", "应有非空的oneThings列表"));
        } catch (YAMLException unreadable) {
            faults.add(new RowFault(SHEET, 0, "", "UNREADABLE",
                    "不是YAML：" + String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("")));
        }
        return List.of();
    }
}
