/** What leaves by itself until it is taken: rounds, backoff, signed requests. */
@NullMarked
package org.lianban.result.outgoing;

import org.jspecify.annotations.NullMarked;
