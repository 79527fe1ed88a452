package org.lianban.intake.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.form.Field;
import org.lianban.intake.custody.Act.Courier;
import org.lianban.text.TextKind;

/** What is asked to be done with originals. */
public sealed interface Handover {
    /** Codes; empty: all with which it can be done. */
    List<String> materials();

    /** 移交. @param to department id; null: the lead of the one-thing */
    record Transfer(
            @Field(kind = TextKind.CODE, label = "材料编号", max = 40,
                    example = "[\"m01\",\"m02\"]") List<String> materials,
            @Field(kind = TextKind.CODE, label = "接收部门", example = "410721-gongan") @Nullable String to,
            @Field(label = "接收人", max = 100, example = "县公安局户政窗口 李警官") String receiver,
            @Nullable Courier courier) implements Handover {}

    /** 留存. */
    record Retain(@Field(kind = TextKind.CODE, label = "材料编号", max = 40, example = "[\"m01\"]") List<String> materials,
            @Field(label = "存放位置", max = 200, example = "档案室 2 排 3 柜") String place) implements Handover {}

    /** 退还. @param signature digest of the signed list */
    record Return(@Field(kind = TextKind.CODE, label = "材料编号", max = 40, example = "[\"m01\"]") List<String> materials,
            @Field(kind = TextKind.PERSON_NAME, label = "领回人", example = "张三") String receiver,
            @Field(kind = TextKind.DIGEST, label = "签收清单摘要", pattern = "sha256:.*",
                    example = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824") @Nullable String signature,
            @Nullable Courier courier) implements Handover {}
}
