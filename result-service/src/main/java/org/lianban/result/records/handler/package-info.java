/** Packs ended cases, and keeps the file and the measures of each case in its own transaction. */
@NullMarked
package org.lianban.result.records.handler;

import org.jspecify.annotations.NullMarked;
