package org.lianban.catalog.exchange;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Validation;
import org.lianban.command.Fault;
import org.lianban.form.Form;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/** Contents as YAML, in the words of the contract, below {@code oneThings}. */
public final class YamlText {
    private static final String LIST = "oneThings";
    private static final int MOST_CHARACTERS = 10 << 20;
    private static final int MOST_ALIASES = 20;

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
    public static Form<List<Content>> read(byte[] file, Set<String> departments) {
        List<Fault> faults = new ArrayList<>();
        List<Content> contents = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();
        int row = 0;
        YamlTree trees = new YamlTree();
        for (Node entry : entries(file, faults)) {
            int at = ++row;
            List<Fault> found = new ArrayList<>();
            switch (trees.read(entry, Content.class, found)) {
                case Form.Faulty<Content> faulty -> found.addAll(faulty.faults());
                case Form.Whole<Content> whole -> {
                    contents.add(whole.value());
                    if (!codes.add(String.valueOf(whole.value().code()))) {
                        found.add(new Fault("/code", "DUPLICATE", "一件事%s重复".formatted(whole.value().code())));
                    }
                    found.addAll(Validation.check(whole.value(), departments, names));
                }
            }
            found.forEach(f -> faults.add(Sheet.fault(LIST, at, f.pointer(), f.code(), f.message())));
        }
        return faults.isEmpty() ? new Form.Whole<>(contents) : new Form.Faulty<>(faults);
    }

    private static List<Node> entries(byte[] file, List<Fault> faults) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            Node root = new Yaml(new SafeConstructor(limits))
                    .compose(new StringReader(text.replaceFirst("^\uFEFF", "")));
            List<Node> entries = root instanceof MappingNode map ? list(map, faults) : List.of();
            if (entries.isEmpty() && faults.isEmpty()) {
                faults.add(Sheet.fault(LIST, 0, "", "MISSING", "应有非空的oneThings列表"));
            }
            return entries;
        } catch (CharacterCodingException other) {
            faults.add(Sheet.fault(LIST, 0, "", "UNREADABLE", "文件不是UTF-8编码，请另存为UTF-8后再导入"));
        } catch (MarkedYAMLException unreadable) {
            var mark = unreadable.getProblemMark();
            faults.add(Sheet.fault(LIST, 0, "", "UNREADABLE", mark == null
                    ? "不是有效的YAML"
                    : "不是有效的YAML（第%d行第%d列）".formatted(mark.getLine() + 1, mark.getColumn() + 1)));
        } catch (YAMLException unreadable) {
            faults.add(Sheet.fault(LIST, 0, "", "UNREADABLE", "不是有效的YAML，或含有不能使用的字符，或层次、引用过多"));
        }
        return List.of();
    }

    private static List<Node> list(MappingNode map, List<Fault> faults) {
        List<Node> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple member : map.getValue()) {
            String name = member.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (!name.equals(LIST)) {
                faults.add(Sheet.fault(name, 0, "", "UNKNOWN_FIELD", "没有此字段"));
            } else if (!seen.add(name)) {
                faults.add(Sheet.fault(LIST, 0, "", "REPEATED", "oneThings重复"));
            } else if (member.getValueNode() instanceof SequenceNode sequence) {
                entries.addAll(sequence.getValue());
            }
        }
        return entries;
    }
}
