/** Read models of what the province rejected and compared. */
@NullMarked
package org.lianban.result.province.query;

import org.jspecify.annotations.NullMarked;
