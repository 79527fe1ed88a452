/** How errors become answers. */
@NullMarked
package org.lianban.kit.web;

import org.jspecify.annotations.NullMarked;
