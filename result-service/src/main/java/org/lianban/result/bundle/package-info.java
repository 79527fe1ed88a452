/** 办件总览: everything that is known of one case, merged from three topics in whatever order they speak, and the join. */
@NullMarked
package org.lianban.result.bundle;

import org.jspecify.annotations.NullMarked;
