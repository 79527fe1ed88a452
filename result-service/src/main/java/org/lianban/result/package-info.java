/** 汇总: joins what the departments decided, keeps the clocks, shows a case at one look and tells the province. */
@NullMarked
package org.lianban.result;

import org.jspecify.annotations.NullMarked;
