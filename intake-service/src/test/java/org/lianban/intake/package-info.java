/** Tests of intake-service through its doors, on real servers. */
@NullMarked
package org.lianban.intake;

import org.jspecify.annotations.NullMarked;
