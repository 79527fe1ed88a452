/** What leaves the system as paper or table: templates, PDF, QR codes, CSV, XLSX and the digests that seal them. */
@NullMarked
package org.lianban.documents;

import org.jspecify.annotations.NullMarked;
