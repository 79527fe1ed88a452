/** Assembles intake-service. */
@NullMarked
package org.lianban.intake.wiring;

import org.jspecify.annotations.NullMarked;
