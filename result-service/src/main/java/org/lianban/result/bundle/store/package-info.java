/** The row of a case, its history and the counts beside it: statements, rows and codecs. */
@NullMarked
package org.lianban.result.bundle.store;

import org.jspecify.annotations.NullMarked;
