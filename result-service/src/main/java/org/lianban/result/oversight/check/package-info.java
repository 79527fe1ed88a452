/** 事后核查: what was approved on a commitment is checked afterwards, and revoked by a fair procedure where it was false. */
@NullMarked
package org.lianban.result.oversight.check;

import org.jspecify.annotations.NullMarked;
