/** 办件日志: what was heard and said of a case, chained so that a changed byte is found without asking anybody. */
@NullMarked
package org.lianban.result.journal;

import org.jspecify.annotations.NullMarked;
