/** 原件保管: paper originals on their way from the window to the lead department or back, and their attested copies. */
package org.lianban.intake.custody;
