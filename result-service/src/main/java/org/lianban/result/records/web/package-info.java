/** The doors for archived packages, reports and cases that ended. */
@NullMarked
package org.lianban.result.records.web;

import org.jspecify.annotations.NullMarked;
