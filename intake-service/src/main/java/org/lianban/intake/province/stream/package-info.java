/** 省平台: the door for the province's applications. */
@NullMarked
package org.lianban.intake.province.stream;

import org.jspecify.annotations.NullMarked;
