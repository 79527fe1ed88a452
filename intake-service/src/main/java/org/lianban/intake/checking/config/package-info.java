/** Assembles the checks and the sources they ask. */
@NullMarked
package org.lianban.intake.checking.config;

import org.jspecify.annotations.NullMarked;
