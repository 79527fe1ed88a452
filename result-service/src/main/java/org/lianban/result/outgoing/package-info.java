/** The door through which things leave by themselves: short messages and licence orders, until they are taken. */
@NullMarked
package org.lianban.result.outgoing;

import org.jspecify.annotations.NullMarked;
