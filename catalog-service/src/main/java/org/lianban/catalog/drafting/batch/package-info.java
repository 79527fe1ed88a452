/** 批次: one-things that come in one go, by one date, and how far each is. */
@NullMarked
package org.lianban.catalog.drafting.batch;

import org.jspecify.annotations.NullMarked;
