/**
 * Notices, messages and licences that follow what changed a case; commands on them; and what leaves until it is taken.
 */
@NullMarked
package org.lianban.result.notices.handler;

import org.jspecify.annotations.NullMarked;
