/** 批次: one-things that come in one go, by one date, and how far each is. */
package org.lianban.catalog.drafting.batch;
