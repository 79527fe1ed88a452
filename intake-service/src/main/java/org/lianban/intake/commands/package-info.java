/** 命令: what all commands of intake share: numbers, days, and why something is not possible. */
@NullMarked
package org.lianban.intake.commands;

import org.jspecify.annotations.NullMarked;
