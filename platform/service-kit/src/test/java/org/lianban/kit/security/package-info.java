@NullMarked
package org.lianban.kit.security;

import org.jspecify.annotations.NullMarked;
