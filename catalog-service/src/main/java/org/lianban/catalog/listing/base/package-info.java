/** 基本目录: the items of the upper level, from which ten elements are inherited and may not be changed here. */
package org.lianban.catalog.listing.base;
