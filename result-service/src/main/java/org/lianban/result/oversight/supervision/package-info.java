/** 督办阶梯: 提醒、督办、通报、问责建议, opened by rules or by hand, and 13710. */
@NullMarked
package org.lianban.result.oversight.supervision;

import org.jspecify.annotations.NullMarked;
