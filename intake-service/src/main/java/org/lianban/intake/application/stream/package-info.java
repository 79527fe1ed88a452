/** Hears what the other services say of applications. */
@NullMarked
package org.lianban.intake.application.stream;

import org.jspecify.annotations.NullMarked;
