/** Assembles notices, messages, deliveries and licences. */
@NullMarked
package org.lianban.result.notices.config;

import org.jspecify.annotations.NullMarked;
