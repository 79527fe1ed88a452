/** What every command has in common: who gives it, what it comes to, and how it is carried out once. */
package org.lianban.command;
