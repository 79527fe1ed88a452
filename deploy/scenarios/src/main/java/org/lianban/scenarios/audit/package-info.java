/** Whether the books of the services and of the departments agree. */
@NullMarked
package org.lianban.scenarios.audit;

import org.jspecify.annotations.NullMarked;
