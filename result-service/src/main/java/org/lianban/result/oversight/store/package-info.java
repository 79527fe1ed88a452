/** Files of every kind, ratings and credit: statements and rows. */
@NullMarked
package org.lianban.result.oversight.store;

import org.jspecify.annotations.NullMarked;
