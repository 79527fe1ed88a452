/** What was sent, rejected and compared: statements and rows. */
@NullMarked
package org.lianban.result.province.store;

import org.jspecify.annotations.NullMarked;
