/** Assembles dispatch-service. */
@NullMarked
package org.lianban.dispatch.config;

import org.jspecify.annotations.NullMarked;
