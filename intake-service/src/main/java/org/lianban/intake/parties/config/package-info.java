/** Assembles what is known of parties. */
@NullMarked
package org.lianban.intake.parties.config;

import org.jspecify.annotations.NullMarked;
