/** The place a system runs in: ports, directory, clock. */
@NullMarked
package org.lianban.standalone.system;

import org.jspecify.annotations.NullMarked;
