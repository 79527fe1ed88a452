/** Opens tickets and moves them on. */
@NullMarked
package org.lianban.intake.consultation.handler;

import org.jspecify.annotations.NullMarked;
