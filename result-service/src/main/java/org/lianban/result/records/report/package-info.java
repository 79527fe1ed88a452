/** 报表: what ended cases measured, summed by period; volumes and timeliness, the four reductions, service quality. */
@NullMarked
package org.lianban.result.records.report;

import org.jspecify.annotations.NullMarked;
