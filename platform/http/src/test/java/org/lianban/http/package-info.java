@NullMarked
package org.lianban.http;

import org.jspecify.annotations.NullMarked;
