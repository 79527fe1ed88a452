/** 导入导出: contents as tables and as YAML, and back, with every bad row told at once. */
package org.lianban.catalog.exchange;
