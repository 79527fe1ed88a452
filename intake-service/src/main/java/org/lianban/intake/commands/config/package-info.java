/** Assembles what all commands share. */
@NullMarked
package org.lianban.intake.commands.config;

import org.jspecify.annotations.NullMarked;
