/** 评价与监督的办理: commands over HTTP, what follows from a case's events, and what falls due, each in one transaction. */
@NullMarked
package org.lianban.result.desk;

import org.jspecify.annotations.NullMarked;
