/** Assembles the service. */
@NullMarked
package org.lianban.result.wiring;

import org.jspecify.annotations.NullMarked;
