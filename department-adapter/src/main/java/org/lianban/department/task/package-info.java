/** The life of one task at a department: what a reply or a command does to it. Pure. */
@NullMarked
package org.lianban.department.task;

import org.jspecify.annotations.NullMarked;
