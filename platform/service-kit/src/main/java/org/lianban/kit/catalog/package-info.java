/** The local copy of what catalog-service announces. */
package org.lianban.kit.catalog;
