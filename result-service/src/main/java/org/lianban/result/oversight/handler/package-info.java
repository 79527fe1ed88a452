/** 评价与监督的办理: commands, what follows from a case's events, and what falls due, each in one transaction. */
@NullMarked
package org.lianban.result.oversight.handler;

import org.jspecify.annotations.NullMarked;
