/** The command line. */
package org.lianban.scenarios;
