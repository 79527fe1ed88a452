/** End to end: whole cases through HTTP and Kafka on a real broker and database. */
@NullMarked
package org.lianban.scenarios.flow;

import org.jspecify.annotations.NullMarked;
