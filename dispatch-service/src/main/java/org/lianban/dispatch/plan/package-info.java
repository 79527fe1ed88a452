/** 联办计划: the item graph of one case, what may be decided, what is blocked, what is cancelled; pure. */
@NullMarked
package org.lianban.dispatch.plan;

import org.jspecify.annotations.NullMarked;
