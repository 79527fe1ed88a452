/** The door for events of dispatch-service and result-service. */
@NullMarked
package org.lianban.department.stream;

import org.jspecify.annotations.NullMarked;
