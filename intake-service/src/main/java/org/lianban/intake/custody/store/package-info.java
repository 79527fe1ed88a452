/** Acts, attestations and prints: rows that are written once. */
@NullMarked
package org.lianban.intake.custody.store;

import org.jspecify.annotations.NullMarked;
