/** 证照到期: who holds a licence is reminded in time, and a renewal needs the holder's consent. */
@NullMarked
package org.lianban.result.expiry;

import org.jspecify.annotations.NullMarked;
