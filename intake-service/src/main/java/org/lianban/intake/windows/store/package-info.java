/** What was done at the windows. */
@NullMarked
package org.lianban.intake.windows.store;

import org.jspecify.annotations.NullMarked;
