/** 程序演示: the less usual turns of the operating procedure, played through the doors on a clock that is moved. */
package org.lianban.scenarios.procedure;
