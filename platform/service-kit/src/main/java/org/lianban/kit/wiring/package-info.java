/** Assembles the platform inside a service. */
@NullMarked
package org.lianban.kit.wiring;

import org.jspecify.annotations.NullMarked;
