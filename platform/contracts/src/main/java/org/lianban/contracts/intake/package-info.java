/** What intake-service publishes: a case as the applicant and the window see it. */
@NullMarked
package org.lianban.contracts.intake;

import org.jspecify.annotations.NullMarked;
