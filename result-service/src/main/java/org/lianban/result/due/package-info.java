/** The door through which time comes in: cases whose next instant has passed. */
@NullMarked
package org.lianban.result.due;

import org.jspecify.annotations.NullMarked;
