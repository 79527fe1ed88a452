/** What starts with every service. */
@NullMarked
package org.lianban.kit.config;

import org.jspecify.annotations.NullMarked;
