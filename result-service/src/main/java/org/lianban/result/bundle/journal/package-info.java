/**
 * 办件日志: the events of a case, chained so that a changed byte is found, and gone through again with the
 * rules that made it.
 */
@NullMarked
package org.lianban.result.bundle.journal;

import org.jspecify.annotations.NullMarked;
