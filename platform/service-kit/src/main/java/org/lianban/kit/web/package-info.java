/** Errors on the wire and the operators' doors that every service has. */
@NullMarked
package org.lianban.kit.web;

import org.jspecify.annotations.NullMarked;
