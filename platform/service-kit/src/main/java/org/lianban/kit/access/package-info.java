/** 个人信息访问日志: who read whose data, in which role, and what for (个人信息保护法 51、54). */
package org.lianban.kit.access;
