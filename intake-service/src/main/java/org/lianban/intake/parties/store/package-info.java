/** Mandates, consents, uses of data, credit and profiles; who they are about is found by a keyed digest. */
@NullMarked
package org.lianban.intake.parties.store;

import org.jspecify.annotations.NullMarked;
