/** Tells the province every change in the transaction that made it, compares daily, and sends again. */
@NullMarked
package org.lianban.result.province.handler;

import org.jspecify.annotations.NullMarked;
