/** The clock that stories share. */
package org.lianban.scenarios.procedure;
