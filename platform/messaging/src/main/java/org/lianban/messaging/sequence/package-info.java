/** 顺序: whether a message is the next of its subject. Pure. */
@NullMarked
package org.lianban.messaging.sequence;

import org.jspecify.annotations.NullMarked;
