/** 卷宗: what a receipt said that the join does not need but reporting, archive and rehearsal do, parties sealed. */
@NullMarked
package org.lianban.result.records;

import org.jspecify.annotations.NullMarked;
