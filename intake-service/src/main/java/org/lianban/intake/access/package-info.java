/** 个人信息访问: which role sees personal data, and only for a purpose that it names. */
package org.lianban.intake.access;
