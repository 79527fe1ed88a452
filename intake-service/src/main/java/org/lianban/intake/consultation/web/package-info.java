/** Consultations, objections and parcels over HTTP. */
@NullMarked
package org.lianban.intake.consultation.web;

import org.jspecify.annotations.NullMarked;
