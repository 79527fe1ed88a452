/** Tests of what the tour checks with. */
@NullMarked
package org.lianban.scenarios.demo;

import org.jspecify.annotations.NullMarked;
