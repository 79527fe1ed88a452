/** The local copy of the catalogue and what feeds it. */
@NullMarked
package org.lianban.kit.catalog;

import org.jspecify.annotations.NullMarked;
