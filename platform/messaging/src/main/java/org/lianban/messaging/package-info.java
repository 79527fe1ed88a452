/** Once-only messaging between Kafka and PostgreSQL: outbox, relay, batch inbox, sequence check; knows no business noun. */
package org.lianban.messaging;
