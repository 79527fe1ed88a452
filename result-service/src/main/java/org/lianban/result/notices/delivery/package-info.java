/** 出件: which results are handed out how, together or one by one, and what travels by courier. */
@NullMarked
package org.lianban.result.notices.delivery;

import org.jspecify.annotations.NullMarked;
