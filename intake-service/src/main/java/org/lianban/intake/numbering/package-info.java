/** 编号: the series that are numbered here without gaps, and our own case numbers. */
@NullMarked
package org.lianban.intake.numbering;

import org.jspecify.annotations.NullMarked;
