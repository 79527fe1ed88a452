/** The promises of messaging, on a real database and a real broker. */
package org.lianban.messaging;
