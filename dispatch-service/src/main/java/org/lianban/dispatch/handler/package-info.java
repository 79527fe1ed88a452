/** Carries messages and commands to plans: one transaction for a whole batch, plans and outbox together. */
@NullMarked
package org.lianban.dispatch.handler;

import org.jspecify.annotations.NullMarked;
