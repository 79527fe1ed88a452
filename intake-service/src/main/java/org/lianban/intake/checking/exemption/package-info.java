/** 免提交: which materials data and certificates may stand for, and what their answers are worth. */
@NullMarked
package org.lianban.intake.checking.exemption;

import org.jspecify.annotations.NullMarked;
