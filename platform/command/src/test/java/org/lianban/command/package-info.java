@NullMarked
package org.lianban.command;

import org.jspecify.annotations.NullMarked;
