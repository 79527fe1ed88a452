/** Counts the numbers of every series. */
@NullMarked
package org.lianban.intake.commands.store;

import org.jspecify.annotations.NullMarked;
