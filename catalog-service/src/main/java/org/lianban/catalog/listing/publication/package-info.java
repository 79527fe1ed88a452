/** Decides whether a one-thing may be published, and names its content. */
package org.lianban.catalog.listing.publication;
