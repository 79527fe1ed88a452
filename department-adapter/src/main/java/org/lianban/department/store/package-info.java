/** What is remembered: tasks, packs, deliveries, channels; multi-row statements only. */
@NullMarked
package org.lianban.department.store;

import org.jspecify.annotations.NullMarked;
