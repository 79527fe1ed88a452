/** Keeps personal data unreadable where it rests: SM4-GCM with keys that stand in a file of their own. */
@NullMarked
package org.lianban.kit.security;

import org.jspecify.annotations.NullMarked;
