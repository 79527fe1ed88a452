/** What dispatch-service publishes: which item goes to which department, and when it may be decided. */
@NullMarked
package org.lianban.contracts.dispatch;

import org.jspecify.annotations.NullMarked;
