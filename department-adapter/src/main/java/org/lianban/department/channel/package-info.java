/** How a department is connected, and whether a configuration makes sense. Pure. */
@NullMarked
package org.lianban.department.channel;

import org.jspecify.annotations.NullMarked;
