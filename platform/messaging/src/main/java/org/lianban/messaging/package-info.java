/** Once-only messaging between Kafka and PostgreSQL: outbox, relay, batch inbox, sequence check; knows no business noun. */
@NullMarked
package org.lianban.messaging;

import org.jspecify.annotations.NullMarked;
