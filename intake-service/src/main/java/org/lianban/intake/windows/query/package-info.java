/** How much is done at which window. */
@NullMarked
package org.lianban.intake.windows.query;

import org.jspecify.annotations.NullMarked;
