/** Rooms that follow what changed a case: notices and messages, licences ordered. */
@NullMarked
package org.lianban.result.issue;

import org.jspecify.annotations.NullMarked;
