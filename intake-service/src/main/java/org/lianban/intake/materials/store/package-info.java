/** Files named by their digest, sealed, and the list of those that are there. */
@NullMarked
package org.lianban.intake.materials.store;

import org.jspecify.annotations.NullMarked;
