/** Identifiers: whose they are is checked by check digit, our own are composed here. */
@NullMarked
package org.lianban.intake.identity;

import org.jspecify.annotations.NullMarked;
