/** 咨询辅导与数据异议: tickets before and beside an application; none of them starts a clock. */
package org.lianban.intake.consultation;
