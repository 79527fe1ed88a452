/** The life of a draft: written, reviewed in two steps, tested, confirmed by every joint department, tried, live. */
package org.lianban.catalog.drafting;
