/** Assembles the first start. */
@NullMarked
package org.lianban.catalog.seed.config;

import org.jspecify.annotations.NullMarked;
