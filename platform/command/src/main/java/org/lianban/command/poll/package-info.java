/** Asks for due work, again and again. */
@NullMarked
package org.lianban.command.poll;

import org.jspecify.annotations.NullMarked;
