-- 寄递: one row per parcel, whatever cases its contents belong to.
create table shipment (
    carrier text not null,
    courier_no text not null,
    direction text not null,
    from_place text not null,
    to_place text not null,
    -- caseNo/itemNo
    contents text[] not null,
    state text not null,
    -- What happened, oldest first: state, instant and note.
    track text not null,
    booked_by text not null,
    version bigint not null,
    primary key (carrier, courier_no)
);

create index shipment_contents on shipment using gin (contents);
create index shipment_under_way on shipment (to_place) where state in ('PREPARED', 'COLLECTED', 'IN_TRANSIT');
