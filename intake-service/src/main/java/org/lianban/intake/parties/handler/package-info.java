/** Records and revokes mandates and consents, excludes and repairs. */
@NullMarked
package org.lianban.intake.parties.handler;

import org.jspecify.annotations.NullMarked;
