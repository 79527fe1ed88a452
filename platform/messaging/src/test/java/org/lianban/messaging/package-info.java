/** The promises of messaging, on a real database and a real broker. */
@NullMarked
package org.lianban.messaging;

import org.jspecify.annotations.NullMarked;
