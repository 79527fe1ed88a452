/** Numbers the replies to the province. */
@NullMarked
package org.lianban.intake.province.store;

import org.jspecify.annotations.NullMarked;
