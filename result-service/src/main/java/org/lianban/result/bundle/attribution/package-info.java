/** 时间归责: who every working minute of a case is charged to. */
@NullMarked
package org.lianban.result.bundle.attribution;

import org.jspecify.annotations.NullMarked;
