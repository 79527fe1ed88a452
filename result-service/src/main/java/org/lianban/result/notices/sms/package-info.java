/** 短信: what one message says, how long it may be and when it may go out. */
@NullMarked
package org.lianban.result.notices.sms;

import org.jspecify.annotations.NullMarked;
