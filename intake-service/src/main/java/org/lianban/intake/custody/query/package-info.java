/** Where originals are, which have to be given back, and what an inspector is shown. */
@NullMarked
package org.lianban.intake.custody.query;

import org.jspecify.annotations.NullMarked;
