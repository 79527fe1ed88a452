/** 窗口登记: who may receive what, where. */
@NullMarked
package org.lianban.catalog.listing.window;

import org.jspecify.annotations.NullMarked;
