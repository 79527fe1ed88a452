/** 窗口登记: who may receive what, where. */
@NullMarked
package org.lianban.catalog.window;

import org.jspecify.annotations.NullMarked;
