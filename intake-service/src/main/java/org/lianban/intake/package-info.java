/** 收件: takes applications from window, net and province, checks them, and hands them on. */
package org.lianban.intake;
