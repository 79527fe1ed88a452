/** The doors for ratings, tickets, supervision, checks, renewals, what regulators are told, and bulletins. */
@NullMarked
package org.lianban.result.oversight.web;

import org.jspecify.annotations.NullMarked;
