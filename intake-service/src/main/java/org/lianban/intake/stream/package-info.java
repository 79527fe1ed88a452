/** Doors on Kafka: the province's applications, and the results that close a case. */
@NullMarked
package org.lianban.intake.stream;

import org.jspecify.annotations.NullMarked;
