/** What department-adapter publishes: what a department did with one item. */
@NullMarked
package org.lianban.contracts.department;

import org.jspecify.annotations.NullMarked;
