/** What may stand in a text: taken as it is, repaired, or refused with a reason; and how text is counted, cut and masked. Pure. */
package org.lianban.text;
