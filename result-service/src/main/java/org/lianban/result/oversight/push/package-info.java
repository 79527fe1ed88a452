/** 审管衔接: what was approved is told to who supervises it, with receipt and feedback. */
@NullMarked
package org.lianban.result.oversight.push;

import org.jspecify.annotations.NullMarked;
