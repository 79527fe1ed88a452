/** The HTTP doors of departments, officers and operators. */
@NullMarked
package org.lianban.department.web;

import org.jspecify.annotations.NullMarked;
