/** 电子证照: what is ordered after an approval, and how its number is made and checked (GB/T 36904-2018). */
@NullMarked
package org.lianban.result.notices.licence;

import org.jspecify.annotations.NullMarked;
