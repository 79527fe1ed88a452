/** Records an operation of a clerk. */
@NullMarked
package org.lianban.intake.windows.handler;

import org.jspecify.annotations.NullMarked;
