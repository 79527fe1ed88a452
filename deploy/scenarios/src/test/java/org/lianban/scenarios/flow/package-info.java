/** End to end: whole cases through HTTP and Kafka on a real broker and database. */
package org.lianban.scenarios.flow;
