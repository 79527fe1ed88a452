/** Assembles the custody of originals. */
@NullMarked
package org.lianban.intake.custody.config;

import org.jspecify.annotations.NullMarked;
