/** The one door for HTTP: who asks, what was sent, and how a refusal is said. */
@NullMarked
package org.lianban.http;

import org.jspecify.annotations.NullMarked;
