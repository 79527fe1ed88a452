/** 材料文件: files by digest, each known by its first bytes. */
@NullMarked
package org.lianban.intake.materials;

import org.jspecify.annotations.NullMarked;
