@NullMarked
package org.lianban.text;

import org.jspecify.annotations.NullMarked;
