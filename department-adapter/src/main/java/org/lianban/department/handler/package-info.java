/** Use cases: batches of replies and commands folded over the task room in one transaction. */
@NullMarked
package org.lianban.department.handler;

import org.jspecify.annotations.NullMarked;
