/** 当事人: whom an agent acts for, what somebody agreed to, whose credit is broken, and what is kept of whom. */
package org.lianban.intake.parties;
