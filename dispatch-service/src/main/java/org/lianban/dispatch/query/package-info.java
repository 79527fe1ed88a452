/** What people see of plans: graphs, work lists, joint activities. */
@NullMarked
package org.lianban.dispatch.query;

import org.jspecify.annotations.NullMarked;
