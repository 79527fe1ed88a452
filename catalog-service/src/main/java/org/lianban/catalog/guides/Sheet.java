package org.lianban.catalog.guides;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a printed sheet shows, every value in its final wording.
 *
 * @param heading 办事指南, 办事指南（简版）, 一次告知单
 * @param full whether sections beyond the sample sheet are shown
 * @param facts labelled lines in the order of the sample sheet
 * @param answers of a scenario; empty: the guide of everything
 * @param elements whether any of 设定依据 受理条件 收费标准 办理结果 is published
 * @param remarks what is remarked, under the numbers of the items it holds for
 * @param chart flow chart, SVG
 * @param code QR code of {@code address}, SVG
 * @param address where the current version is always found
 * @param reference what is printed below as the sheet's identity
 */
record Sheet(String heading, String name, String region, boolean full, List<Fact> facts, List<Scenario.Answer> answers,
        List<String> certificates, List<Paper> common, List<Paper> own, List<Row> items, List<String> questions,
        List<String> steps, List<Procedural> procedures, List<Promise> commitments, List<String> remedies,
        List<String> notes, List<String> fields, List<Person> contacts, boolean elements, List<Fact> remarks,
        String chart, String code, String address,
        String reference) {

    record Fact(String label, String value) {}

    /** One material. @param certificate and {@code office}: empty where every item needs it */
    record Paper(int number, String certificate, String office, String name, boolean required, List<String> ways,
            @Nullable String basis, List<Point> points, @Nullable String sample) {}

    record Point(String text, String criterion) {}

    record Row(String no, String name, String offices, String kind, String level, String before, String statutory,
            String promise, String choice, String result, List<String> conditions, List<String> basis, String fee,
            List<String> marks) {}

    record Procedural(String item, String name, String limit, String effect, @Nullable String basis) {}

    record Promise(String title, String text, String consequence) {}

    record Person(String office, String person, String phone) {}
}
