/** 好差评: five levels, where and how they were given, which count, and the ratios drawn from them. */
@NullMarked
package org.lianban.result.oversight.rating;

import org.jspecify.annotations.NullMarked;
