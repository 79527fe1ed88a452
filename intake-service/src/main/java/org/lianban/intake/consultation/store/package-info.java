/** Tickets, sealed. */
@NullMarked
package org.lianban.intake.consultation.store;

import org.jspecify.annotations.NullMarked;
