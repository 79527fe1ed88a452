/** The door for lead departments and for whoever wants to see a case's graph; non-blocking. */
@NullMarked
package org.lianban.dispatch.web;

import org.jspecify.annotations.NullMarked;
