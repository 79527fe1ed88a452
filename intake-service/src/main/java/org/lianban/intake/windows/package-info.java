/** 窗口权限: who may do what at which window, for which one-thing and region. */
@NullMarked
package org.lianban.intake.windows;

import org.jspecify.annotations.NullMarked;
