@NullMarked
package org.lianban.command.poll;

import org.jspecify.annotations.NullMarked;
