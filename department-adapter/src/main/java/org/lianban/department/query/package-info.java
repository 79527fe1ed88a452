/** What people and departments see: deliveries, items, the registry of channels. */
@NullMarked
package org.lianban.department.query;

import org.jspecify.annotations.NullMarked;
