/** The command line. */
@NullMarked
package org.lianban.standalone;

import org.jspecify.annotations.NullMarked;
