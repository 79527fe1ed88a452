/** Assembles bundles, clocks and their doors. */
@NullMarked
package org.lianban.result.bundle.config;

import org.jspecify.annotations.NullMarked;
