@NullMarked
package org.lianban.form;

import org.jspecify.annotations.NullMarked;
