/** Assembles the platform inside a service. */
@NullMarked
package org.lianban.kit.config;

import org.jspecify.annotations.NullMarked;
