/** The door for what intake, dispatch and departments publish. */
@NullMarked
package org.lianban.result.bundle.stream;

import org.jspecify.annotations.NullMarked;
