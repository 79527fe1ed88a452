/** 一件事清单: what is on the list, and where it stands. */
package org.lianban.catalog.listing;
