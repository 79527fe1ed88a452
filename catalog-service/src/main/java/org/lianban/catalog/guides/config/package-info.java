/** Assembles guides. */
@NullMarked
package org.lianban.catalog.guides.config;

import org.jspecify.annotations.NullMarked;
