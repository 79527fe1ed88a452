/** The kit's own parts, one by one. */
@NullMarked
package org.lianban.kit;

import org.jspecify.annotations.NullMarked;
