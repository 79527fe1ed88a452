/** Assembles drafting. */
@NullMarked
package org.lianban.catalog.drafting.config;

import org.jspecify.annotations.NullMarked;
