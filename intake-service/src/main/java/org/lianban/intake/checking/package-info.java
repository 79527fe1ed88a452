/** 审查: what an application must satisfy before it is filed; the same policies for every channel. */
@NullMarked
package org.lianban.intake.checking;

import org.jspecify.annotations.NullMarked;
