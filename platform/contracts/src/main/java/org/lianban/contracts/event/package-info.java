/** 办件事件: everything that happens to a case, one sealed family over four topics. */
@NullMarked
package org.lianban.contracts.event;

import org.jspecify.annotations.NullMarked;
