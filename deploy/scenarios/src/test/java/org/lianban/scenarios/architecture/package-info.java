/** How the house is cut, read from the compiled classes of every module. */
@NullMarked
package org.lianban.scenarios.architecture;

import org.jspecify.annotations.NullMarked;
