/** Counts the numbers of every series. */
@NullMarked
package org.lianban.intake.numbering.store;

import org.jspecify.annotations.NullMarked;
