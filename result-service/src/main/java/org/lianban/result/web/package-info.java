/** The doors for people and programs that look at cases: read only. */
@NullMarked
package org.lianban.result.web;

import org.jspecify.annotations.NullMarked;
