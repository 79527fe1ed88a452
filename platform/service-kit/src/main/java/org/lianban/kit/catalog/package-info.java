/** The local copy of what catalog-service announces. */
@NullMarked
package org.lianban.kit.catalog;

import org.jspecify.annotations.NullMarked;
