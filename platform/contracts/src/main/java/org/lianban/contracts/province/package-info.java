/** What provinces send and receive: plain JSON in, CloudEvents out. */
@NullMarked
package org.lianban.contracts.province;

import org.jspecify.annotations.NullMarked;
