/** What an applicant is told and spared before applying. */
@NullMarked
package org.lianban.intake.checking.web;

import org.jspecify.annotations.NullMarked;
