/** 审查: what an application must satisfy before it is filed; the same policies for every channel. */
package org.lianban.intake.checking;
