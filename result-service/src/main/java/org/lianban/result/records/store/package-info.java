/** Case files and measures: statements and rows. */
@NullMarked
package org.lianban.result.records.store;

import org.jspecify.annotations.NullMarked;
