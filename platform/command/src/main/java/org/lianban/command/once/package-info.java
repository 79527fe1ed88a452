/** 幂等: a command that is sent twice is carried out once. */
@NullMarked
package org.lianban.command.once;

import org.jspecify.annotations.NullMarked;
