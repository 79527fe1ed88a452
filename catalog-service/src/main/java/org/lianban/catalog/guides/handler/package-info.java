/** Keeps notices as they were handed out. */
@NullMarked
package org.lianban.catalog.guides.handler;

import org.jspecify.annotations.NullMarked;
