package org.lianban.catalog.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 梳理成果: what belongs to a one-thing beside the version that cases follow. It is kept with the publication.
 *
 * @param sheets 单事项精细化梳理情况表, one per item
 * @param knowledge 一个知识库
 * @param samples 一套示范样例
 * @param documents 工作方案, 实施方案, 操作手册: where they are filed
 * @param issues 需求清单, 问题清单
 */
public record Annex(List<Sheet> sheets, List<Knowledge> knowledge, List<Sample> samples, List<Filed> documents,
        List<Issue> issues) {
    public static final Annex NONE = new Annex(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * What one item asked for before it joined the one-thing.
     *
     * @param fields names of the merged form's fields that the item's own form had
     * @param materials names of its own materials
     * @param steps 办理环节 an applicant went through
     * @param demands 系统联通、数据共享需求
     */
    public record Sheet(String item, List<String> fields, List<String> materials, List<String> steps,
            List<Demand> demands) {}

    /** @param provider who has the data or the system */
    public record Demand(String subject, String provider, DemandState state) {}

    public enum DemandState {
        REQUESTED, AGREED, CONNECTED, REFUSED
    }

    /** @param tags for the search of 12345 */
    public record Knowledge(String question, String answer, List<String> tags) {}

    /**
     * A filled-in example.
     *
     * @param of {@code form} or a material's code
     * @param reference where it is filed
     */
    public record Sample(String of, String title, String reference) {}

    /** @param digest of the file, as {@code sha256:…} or {@code sm3:…} */
    public record Filed(String kind, String title, String reference, @Nullable String digest) {}

    /** @param measure what is done about it, by whom */
    public record Issue(String text, @Nullable String measure, @Nullable String responsible, boolean settled) {}
}
