/** Notices, messages, parcels and licence orders: statements, rows and codecs. */
@NullMarked
package org.lianban.result.notices.store;

import org.jspecify.annotations.NullMarked;
