/** Where rooms beside the bundle join in: they follow what changed a case, and they give commands on it. */
@NullMarked
package org.lianban.result.follow;

import org.jspecify.annotations.NullMarked;
