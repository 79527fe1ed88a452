/** Simulated departments: clients of the departments' pull contract over real HTTP, with a durable log each. */
@NullMarked
package org.lianban.standalone.departments;

import org.jspecify.annotations.NullMarked;
