/** 材料文件: files by digest, each known by its first bytes. */
package org.lianban.intake.materials;
