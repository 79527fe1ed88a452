package org.lianban.catalog.drafting.gate;

/** 一张表、一套材料、一个流程、一本指南、一个知识库、一套示范样例 (新政文〔2024〕62号 附件3 二(三)). */
public enum Artefact {
    FORM("一张表"), MATERIALS("一套材料"), FLOW("一个流程"), GUIDE("一本指南"), KNOWLEDGE("一个知识库"), SAMPLES("一套示范样例");

    private final String text;

    Artefact(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
