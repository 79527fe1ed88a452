/** 评价与监督的共同语言: who speaks, what became of a command, transition tables, limits by a working calendar. */
@NullMarked
package org.lianban.result.oversight;

import org.jspecify.annotations.NullMarked;
