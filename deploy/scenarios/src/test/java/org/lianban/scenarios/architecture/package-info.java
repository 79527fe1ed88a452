/** How the house is cut, read from the compiled classes of every module. */
package org.lianban.scenarios.architecture;
