/** Applications, receipts and notices as they are shown, and by when they are due. */
@NullMarked
package org.lianban.intake.application.query;

import org.jspecify.annotations.NullMarked;
