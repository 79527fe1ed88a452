/** 幂等: a command that is sent twice is carried out once. */
package org.lianban.command.once;
