/** Assembles dispatch-service. */
@NullMarked
package org.lianban.dispatch.wiring;

import org.jspecify.annotations.NullMarked;
