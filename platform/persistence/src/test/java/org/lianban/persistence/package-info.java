@NullMarked
package org.lianban.persistence;

import org.jspecify.annotations.NullMarked;
