package org.lianban.result.records.archive;

/**
 * 检验结论 of one check.
 *
 * @param name what was checked, in Chinese
 * @param detail in Chinese: what was found
 */
public record Finding(String name, boolean passed, String detail) {}
