/** What every store needs of R2DBC: transactions, statements, columns and rows, samplers. Knows no business noun. */
@NullMarked
package org.lianban.persistence;

import org.jspecify.annotations.NullMarked;
