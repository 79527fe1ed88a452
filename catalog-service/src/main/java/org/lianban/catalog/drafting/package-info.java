/** The life of a draft: written, reviewed in two steps, tested, confirmed by every joint department, tried, live. */
@NullMarked
package org.lianban.catalog.drafting;

import org.jspecify.annotations.NullMarked;
