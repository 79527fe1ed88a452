/** 窗口登记: who may receive what, where. */
package org.lianban.catalog.listing.window;
