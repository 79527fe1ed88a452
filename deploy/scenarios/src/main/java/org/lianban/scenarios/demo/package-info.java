/** A tour of the system: applicants, clerks, lead departments and a province, through the doors that everybody uses. */
@NullMarked
package org.lianban.scenarios.demo;

import org.jspecify.annotations.NullMarked;
