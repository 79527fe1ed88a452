/** What leaves the system as paper or table: templates, PDF, QR codes, CSV, XLSX and the digests that seal them. */
package org.lianban.documents;
