/** 窗口权限: who may do what at which window, for which one-thing and region. */
package org.lianban.intake.windows;
