/** Assembles what the province is told. */
@NullMarked
package org.lianban.result.province.config;

import org.jspecify.annotations.NullMarked;
