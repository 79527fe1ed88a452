/** Mandates, consents and credit over HTTP. */
@NullMarked
package org.lianban.intake.parties.web;

import org.jspecify.annotations.NullMarked;
