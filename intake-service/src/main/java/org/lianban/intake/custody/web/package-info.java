/** Originals over HTTP. */
@NullMarked
package org.lianban.intake.custody.web;

import org.jspecify.annotations.NullMarked;
