/** Takes uploaded files in. */
@NullMarked
package org.lianban.intake.materials.handler;

import org.jspecify.annotations.NullMarked;
