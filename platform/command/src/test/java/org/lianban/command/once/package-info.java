@NullMarked
package org.lianban.command.once;

import org.jspecify.annotations.NullMarked;
