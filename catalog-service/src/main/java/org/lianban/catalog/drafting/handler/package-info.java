/** Carries out what is done to drafts, proposals and plans. */
@NullMarked
package org.lianban.catalog.drafting.handler;

import org.jspecify.annotations.NullMarked;
