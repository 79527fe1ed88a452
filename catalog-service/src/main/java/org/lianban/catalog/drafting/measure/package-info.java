/** 设计值: what a version saves applicants by its own text, measured against the baseline. */
package org.lianban.catalog.drafting.measure;
