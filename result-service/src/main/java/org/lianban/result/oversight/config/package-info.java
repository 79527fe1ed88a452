/** Assembles ratings, tickets, supervision, checks and expiring licences. */
@NullMarked
package org.lianban.result.oversight.config;

import org.jspecify.annotations.NullMarked;
