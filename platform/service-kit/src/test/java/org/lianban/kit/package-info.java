/** The kit's own parts, one by one. */
package org.lianban.kit;
