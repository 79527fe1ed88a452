/** What is remembered: one row per case, its history, and the queries on them. */
@NullMarked
package org.lianban.result.store;

import org.jspecify.annotations.NullMarked;
