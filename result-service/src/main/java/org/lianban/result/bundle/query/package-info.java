/** Read models of cases and of their journals. */
@NullMarked
package org.lianban.result.bundle.query;

import org.jspecify.annotations.NullMarked;
