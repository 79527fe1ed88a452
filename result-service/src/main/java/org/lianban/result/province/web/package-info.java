/** The doors for rows that the province would not take, and for comparisons. */
@NullMarked
package org.lianban.result.province.web;

import org.jspecify.annotations.NullMarked;
