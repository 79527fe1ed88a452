/** Calls to the provincial rating platform. */
@NullMarked
package org.lianban.result.oversight.client;

import org.jspecify.annotations.NullMarked;
