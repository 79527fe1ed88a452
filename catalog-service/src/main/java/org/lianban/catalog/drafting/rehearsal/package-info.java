/** 推演: a draft is replayed over closed cases before it is published. */
@NullMarked
package org.lianban.catalog.drafting.rehearsal;

import org.jspecify.annotations.NullMarked;
