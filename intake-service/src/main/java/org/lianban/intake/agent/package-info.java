/** 委托代办: who may act for whom, in which one-things and until when. */
@NullMarked
package org.lianban.intake.agent;

import org.jspecify.annotations.NullMarked;
