/** Applications and their notices, many per statement. */
@NullMarked
package org.lianban.intake.application.store;

import org.jspecify.annotations.NullMarked;
