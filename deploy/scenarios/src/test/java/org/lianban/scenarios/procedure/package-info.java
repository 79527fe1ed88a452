/** The clock that stories share. */
@NullMarked
package org.lianban.scenarios.procedure;

import org.jspecify.annotations.NullMarked;
