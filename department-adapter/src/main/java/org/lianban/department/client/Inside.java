package org.lianban.department.client;

import org.lianban.department.store.ChannelStore;
import org.lianban.department.store.DeliveryStore;
import org.lianban.department.work.Bells;
import org.lianban.department.work.Meters;
import org.lianban.department.work.Readers;
import org.lianban.department.work.ReplyDoor;
import org.lianban.department.work.ReplyReader;
import org.lianban.department.work.Settings;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.json.JsonMapper;

/** What the lanes share of this service; no lane holds any of it. */
public record Inside(DeliveryStore deliveries, ChannelStore channels, ReplyDoor door, ReplyReader reader, Bells bells,
        Meters meters, CatalogCopy catalog, JsonMapper json, Settings settings, Readers readers) {}
