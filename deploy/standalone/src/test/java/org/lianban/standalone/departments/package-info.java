/** What simulated departments do with their tasks, and what they remember. */
@NullMarked
package org.lianban.standalone.departments;

import org.jspecify.annotations.NullMarked;
