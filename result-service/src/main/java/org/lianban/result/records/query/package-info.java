/** Read models of cases that ended and of what they measured. */
@NullMarked
package org.lianban.result.records.query;

import org.jspecify.annotations.NullMarked;
