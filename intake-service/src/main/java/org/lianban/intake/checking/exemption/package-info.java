/** 免提交: which materials data and certificates may stand for, and what their answers are worth. */
package org.lianban.intake.checking.exemption;
