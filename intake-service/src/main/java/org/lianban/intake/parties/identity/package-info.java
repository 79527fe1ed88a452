/** 证件号码: whose they are is checked by their own check characters. */
package org.lianban.intake.parties.identity;
