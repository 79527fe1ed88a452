/** 证件号码: whose they are is checked by their own check characters. */
@NullMarked
package org.lianban.intake.parties.identity;

import org.jspecify.annotations.NullMarked;
