/** Read models of files, ratings and bulletins. */
@NullMarked
package org.lianban.result.oversight.query;

import org.jspecify.annotations.NullMarked;
