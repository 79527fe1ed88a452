/** 授权同意: what somebody agreed to, in which words, and for how long. */
@NullMarked
package org.lianban.intake.consent;

import org.jspecify.annotations.NullMarked;
