/** The door for what provinces say about rows. */
@NullMarked
package org.lianban.result.province.stream;

import org.jspecify.annotations.NullMarked;
