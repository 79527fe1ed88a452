/** The life of one application at intake: decided and applied, with one transition table. */
@NullMarked
package org.lianban.intake.application;

import org.jspecify.annotations.NullMarked;
