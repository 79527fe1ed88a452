/** 数据共享、电子证照: the sources that spare applicants a material, with a real and a simulated end. */
@NullMarked
package org.lianban.intake.checking.client;

import org.jspecify.annotations.NullMarked;
