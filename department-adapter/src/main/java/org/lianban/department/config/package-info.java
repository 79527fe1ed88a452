/** Assembles department-adapter. */
@NullMarked
package org.lianban.department.config;

import org.jspecify.annotations.NullMarked;
