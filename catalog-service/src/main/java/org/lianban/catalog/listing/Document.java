package org.lianban.catalog.listing;

import java.time.LocalDate;

/**
 * 发文: under which a publication stands.
 *
 * @param number 文号
 * @param date 印发日期
 */
public record Document(String number, LocalDate date) {}
