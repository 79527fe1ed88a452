package org.lianban.result.notices;

/**
 * 发文机关.
 *
 * @param id of the department, or of the window
 * @param name as printed at the end of a letter
 * @param seal 印章名称, as the stamp reads
 * @param agency an administrative agency: its acts are open to 行政复议 and 行政诉讼
 */
public record Office(String id, String name, String seal, boolean agency) {}
