/** 命令: what all commands of intake share: numbers, days, and why something is not possible. */
package org.lianban.intake.commands;
