/** Calls to the outside: the carrier's gateway for short messages and the province's licence platform. */
@NullMarked
package org.lianban.result.notices.client;

import org.jspecify.annotations.NullMarked;
