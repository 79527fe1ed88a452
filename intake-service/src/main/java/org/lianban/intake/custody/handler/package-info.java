/** What is done about the paper of a case, under the lock of its application. */
@NullMarked
package org.lianban.intake.custody.handler;

import org.jspecify.annotations.NullMarked;
