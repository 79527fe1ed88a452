/** Assembles the province's door. */
@NullMarked
package org.lianban.intake.province.config;

import org.jspecify.annotations.NullMarked;
