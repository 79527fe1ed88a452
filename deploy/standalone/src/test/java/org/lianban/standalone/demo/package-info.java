/** Tests of what the tour checks with. */
@NullMarked
package org.lianban.standalone.demo;

import org.jspecify.annotations.NullMarked;
