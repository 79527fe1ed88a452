-- 报表: what each ended case counts for. Test cases have none.
create table case_measure (
    case_no text collate "C" primary key,
    region text not null,
    one_thing text not null,
    lead text,
    channel text not null,
    window_id text,
    settled_on date not null,
    outcome text not null,
    rounds int not null,
    asked int not null,
    -- Kind, ended, late of every kind of clock: PROMISE 6 1;STATUTORY 6 0
    clocks text not null,
    items int not null,
    positive int not null,
    refused int not null,
    withdrawn int not null,
    days int not null,
    promised int not null,
    case_minutes bigint not null,
    item_minutes bigint not null,
    listed int not null,
    handed_in int not null,
    exempted int not null,
    waived int not null,
    deferred int not null,
    fields int not null,
    prefilled int not null,
    kept int not null
);
create index case_measure_day on case_measure (region, settled_on);
create index case_measure_thing on case_measure (one_thing, case_no);
