/** 文书: which event issues which notice, what it says, how it is numbered, and what became of it. */
@NullMarked
package org.lianban.result.notices;

import org.jspecify.annotations.NullMarked;
