/** 时限: every deadline of a case as a pure function of its bundle, its one-thing and the calendar; nothing is stored. */
@NullMarked
package org.lianban.result.bundle.clock;

import org.jspecify.annotations.NullMarked;
