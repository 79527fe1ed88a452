/** Signed calls to platforms of the province and of carriers: what every slice that calls out shares. */
@NullMarked
package org.lianban.result.client;

import org.jspecify.annotations.NullMarked;
