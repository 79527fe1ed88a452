/** What result-service publishes: the joined outcome and what its clocks found. */
@NullMarked
package org.lianban.contracts.result;

import org.jspecify.annotations.NullMarked;
