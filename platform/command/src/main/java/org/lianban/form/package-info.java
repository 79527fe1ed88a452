/** JSON into records: every fault at once, each at its pointer; the same for HTTP, Kafka and imported rows. */
package org.lianban.form;
