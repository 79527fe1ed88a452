/** Assembles the applications. */
@NullMarked
package org.lianban.intake.application.config;

import org.jspecify.annotations.NullMarked;
