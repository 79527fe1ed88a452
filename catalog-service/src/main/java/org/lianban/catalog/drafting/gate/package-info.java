/** 发布门槛: six artefacts, six elements of every item, and what a lint of the law finds; all of it at once. */
package org.lianban.catalog.drafting.gate;
