/** Read models of notices. */
@NullMarked
package org.lianban.result.notices.query;

import org.jspecify.annotations.NullMarked;
