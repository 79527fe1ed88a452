/** 顺序: whether a message is the next of its subject. Pure. */
package org.lianban.messaging.sequence;
