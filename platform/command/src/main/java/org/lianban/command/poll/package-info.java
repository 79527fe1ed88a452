/** Asks for due work, again and again. */
package org.lianban.command.poll;
