@NullMarked
package org.lianban.security;

import org.jspecify.annotations.NullMarked;
