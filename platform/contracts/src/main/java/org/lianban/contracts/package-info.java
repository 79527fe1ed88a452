/** What travels between the services: topic names, event types and the few words every publisher shares. */
@NullMarked
package org.lianban.contracts;

import org.jspecify.annotations.NullMarked;
