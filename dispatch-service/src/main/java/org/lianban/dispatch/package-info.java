/** dispatch-service 分发: arbiter of the item graph of every case. */
@NullMarked
package org.lianban.dispatch;

import org.jspecify.annotations.NullMarked;
