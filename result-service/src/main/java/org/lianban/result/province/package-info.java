/** 上报: what provincial reporting tables want to know of a case, and proving daily that they know it. */
@NullMarked
package org.lianban.result.province;

import org.jspecify.annotations.NullMarked;
