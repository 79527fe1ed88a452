/** The HTTP doors of guides, charts, notices and knowledge. */
@NullMarked
package org.lianban.catalog.guides.web;

import org.jspecify.annotations.NullMarked;
