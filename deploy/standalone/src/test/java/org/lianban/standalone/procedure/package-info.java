/** The clock that stories share. */
@NullMarked
package org.lianban.standalone.procedure;

import org.jspecify.annotations.NullMarked;
