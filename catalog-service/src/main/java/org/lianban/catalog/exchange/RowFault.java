package org.lianban.catalog.exchange;

/**
 * One reason why a file is not imported.
 *
 * @param sheet title
 * @param row line of the sheet as a spreadsheet counts it: 1 is the heading; 0 concerns the whole sheet
 * @param column heading; empty where the whole row is meant
 */
public record RowFault(String sheet, int row, String column, String code, String message) {}
