/** 依据: the one-thing version, the calendar and the rules a case runs under, from the local copy of the catalogue. */
@NullMarked
package org.lianban.result.bundle.law;

import org.jspecify.annotations.NullMarked;
