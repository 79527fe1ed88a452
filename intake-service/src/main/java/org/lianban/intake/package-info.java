/** 收件: takes applications from window, net and province, checks them, and hands them on. */
@NullMarked
package org.lianban.intake;

import org.jspecify.annotations.NullMarked;
