/** Assembles the windows. */
@NullMarked
package org.lianban.intake.windows.config;

import org.jspecify.annotations.NullMarked;
