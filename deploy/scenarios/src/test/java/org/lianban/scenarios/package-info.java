/** The command line. */
@NullMarked
package org.lianban.scenarios;

import org.jspecify.annotations.NullMarked;
