/** 总览: what is shown of a case, in the words of applicants and clerks. */
@NullMarked
package org.lianban.result.bundle.view;

import org.jspecify.annotations.NullMarked;
