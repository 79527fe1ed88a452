package org.lianban.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written as CSV or XLSX.
 *
 * @param title name of the sheet
 * @param columns headings
 * @param rows cells: null, Number, Boolean, LocalDate, anything else as its text; a row may be shorter than the heading
 */
public record Table(String title, List<String> columns, List<List<@Nullable Object>> rows) {}
