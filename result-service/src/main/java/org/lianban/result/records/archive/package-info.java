/** 归档: a package that proves by itself what happened, when everything was due, and how the case ended. */
@NullMarked
package org.lianban.result.records.archive;

import org.jspecify.annotations.NullMarked;
