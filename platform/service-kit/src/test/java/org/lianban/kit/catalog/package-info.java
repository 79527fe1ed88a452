/** The local copy of the catalogue and what feeds it. */
package org.lianban.kit.catalog;
