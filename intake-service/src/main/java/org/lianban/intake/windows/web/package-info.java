/** Records what clerks do outside of intake's own commands, and counts what they did. */
@NullMarked
package org.lianban.intake.windows.web;

import org.jspecify.annotations.NullMarked;
