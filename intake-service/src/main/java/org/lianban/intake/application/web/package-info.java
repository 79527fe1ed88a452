/** Applications over HTTP. */
@NullMarked
package org.lianban.intake.application.web;

import org.jspecify.annotations.NullMarked;
