/** 推演: a draft is replayed over closed cases before it is published. */
package org.lianban.catalog.drafting.rehearsal;
