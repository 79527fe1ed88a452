/** The smallest service that uses everything of the kit, started for real. */
package org.lianban.kit.smoke;
