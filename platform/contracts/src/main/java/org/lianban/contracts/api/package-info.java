/** The HTTP contract between department-adapter and department systems; push, pull and manual desk share it. */
@NullMarked
package org.lianban.contracts.api;

import org.jspecify.annotations.NullMarked;
