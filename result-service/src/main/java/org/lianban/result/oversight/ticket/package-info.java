/** 工单闭环: 反映、分拨、核实、整改、告知、回访、再评、办结或差评重办, the same for bad ratings and for 办不成事. */
@NullMarked
package org.lianban.result.oversight.ticket;

import org.jspecify.annotations.NullMarked;
