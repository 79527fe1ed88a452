/** The smallest service that uses everything of the kit, started for real. */
@NullMarked
package org.lianban.kit.smoke;

import org.jspecify.annotations.NullMarked;
