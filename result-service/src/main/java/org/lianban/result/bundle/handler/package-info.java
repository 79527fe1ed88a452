/** One transaction: what was heard, commanded or fell due is applied, kept, published, and shown to the projections. */
@NullMarked
package org.lianban.result.bundle.handler;

import org.jspecify.annotations.NullMarked;
