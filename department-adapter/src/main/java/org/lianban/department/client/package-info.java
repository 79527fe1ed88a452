/** Speaks to departments that want to be called: push, signature, breaker, bulkhead, rate limit. */
@NullMarked
package org.lianban.department.client;

import org.jspecify.annotations.NullMarked;
