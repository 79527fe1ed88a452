/** Assembles catalog-service. */
@NullMarked
package org.lianban.catalog.wiring;

import org.jspecify.annotations.NullMarked;
