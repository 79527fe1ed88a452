/** Assembles the tickets. */
@NullMarked
package org.lianban.intake.consultation.config;

import org.jspecify.annotations.NullMarked;
