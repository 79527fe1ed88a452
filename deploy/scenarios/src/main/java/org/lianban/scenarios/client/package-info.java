/** Applicants, clerks, officers, lead departments and a province, each through the door that is theirs. */
@NullMarked
package org.lianban.scenarios.client;

import org.jspecify.annotations.NullMarked;
