/** The HTTP doors of files that bring one-things in and out. */
@NullMarked
package org.lianban.catalog.exchange.web;

import org.jspecify.annotations.NullMarked;
