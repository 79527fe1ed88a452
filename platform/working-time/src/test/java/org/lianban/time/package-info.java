/** Proof of the arithmetic: the published vectors, whole years against a naive reference, and the wording. */
@NullMarked
package org.lianban.time;

import org.jspecify.annotations.NullMarked;
