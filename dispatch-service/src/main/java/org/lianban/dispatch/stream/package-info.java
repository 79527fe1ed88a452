/** The door for events of intake and departments: a batch is one transaction. */
@NullMarked
package org.lianban.dispatch.stream;

import org.jspecify.annotations.NullMarked;
