/** Assembles department-adapter. */
@NullMarked
package org.lianban.department.wiring;

import org.jspecify.annotations.NullMarked;
