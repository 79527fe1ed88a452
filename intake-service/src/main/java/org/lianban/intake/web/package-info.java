/** Doors on HTTP: applications and materials. */
@NullMarked
package org.lianban.intake.web;

import org.jspecify.annotations.NullMarked;
