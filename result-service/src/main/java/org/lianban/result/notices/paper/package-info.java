/** 文书版式: notices as XHTML and PDF, made on demand and always the same from the same facts. */
@NullMarked
package org.lianban.result.notices.paper;

import org.jspecify.annotations.NullMarked;
