/** The doors for notices, results handed out, parcels and licences. */
@NullMarked
package org.lianban.result.notices.web;

import org.jspecify.annotations.NullMarked;
