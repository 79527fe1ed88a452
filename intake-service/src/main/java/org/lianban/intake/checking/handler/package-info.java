/** Finds out what a check needs to know, and asks the sources under the consents of the applicant. */
@NullMarked
package org.lianban.intake.checking.handler;

import org.jspecify.annotations.NullMarked;
