/** Assembles the files. */
@NullMarked
package org.lianban.intake.materials.config;

import org.jspecify.annotations.NullMarked;
