/** Whether a file is there, and its content. */
@NullMarked
package org.lianban.intake.materials.query;

import org.jspecify.annotations.NullMarked;
