/** Tests of what the tour checks with. */
package org.lianban.scenarios.demo;
