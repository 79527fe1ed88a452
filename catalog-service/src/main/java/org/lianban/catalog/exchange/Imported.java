package org.lianban.catalog.exchange;

import java.util.List;
import org.lianban.catalog.listing.publication.Content;

/** What was read; nothing where there is a single fault. */
public record Imported(List<Content> contents, List<RowFault> faults) {}
