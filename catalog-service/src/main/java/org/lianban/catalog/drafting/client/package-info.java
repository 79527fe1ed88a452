/** Asks other services: closed cases from result-service. */
@NullMarked
package org.lianban.catalog.drafting.client;

import org.jspecify.annotations.NullMarked;
