package org.lianban.catalog.listing;

import java.time.LocalDate;
import org.lianban.form.Field;

/**
 * 发文: under which a publication stands.
 *
 * @param number 文号
 * @param date 印发日期
 */
public record Document(@Field(label = "文号", max = 200, example = "新政文〔2026〕1号") String number,
        @Field(label = "印发日期", example = "2026-03-02") LocalDate date) {}
