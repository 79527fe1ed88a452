/** Carries out commands beside those on applications, once per key, and counts all of them. */
@NullMarked
package org.lianban.intake.commands.handler;

import org.jspecify.annotations.NullMarked;
