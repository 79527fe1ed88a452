/** 证照到期: who holds a licence is reminded in time, and a renewal needs the holder's consent. */
@NullMarked
package org.lianban.result.oversight.expiry;

import org.jspecify.annotations.NullMarked;
