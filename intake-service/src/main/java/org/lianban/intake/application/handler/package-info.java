/** 收件: every command of every channel goes through one desk, batch by batch. */
@NullMarked
package org.lianban.intake.application.handler;

import org.jspecify.annotations.NullMarked;
