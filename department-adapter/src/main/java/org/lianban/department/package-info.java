/** The adapter between cases and departments: one queue, one contract and one arbiter per task. */
@NullMarked
package org.lianban.department;

import org.jspecify.annotations.NullMarked;
