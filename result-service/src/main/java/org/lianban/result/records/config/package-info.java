/** Assembles archive, reports and case files. */
@NullMarked
package org.lianban.result.records.config;

import org.jspecify.annotations.NullMarked;
