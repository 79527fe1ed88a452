/** The key of a command, and how what became of it is said. */
@NullMarked
package org.lianban.intake.commands.web;

import org.jspecify.annotations.NullMarked;
