/** What starts with every service. */
@NullMarked
package org.lianban.kit.wiring;

import org.jspecify.annotations.NullMarked;
