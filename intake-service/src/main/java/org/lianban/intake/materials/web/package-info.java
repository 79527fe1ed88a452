/** Uploads and downloads, streamed both ways. */
@NullMarked
package org.lianban.intake.materials.web;

import org.jspecify.annotations.NullMarked;
