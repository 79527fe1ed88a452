-- 故障停办登记: an entry is never changed; one that was wrong is voided and stays.
create table outage (
    id bigint generated always as identity primary key,
    region text not null,
    -- Empty: the whole region, the windows included.
    department text not null,
    starts timestamptz not null,
    ends timestamptz not null,
    reason text not null,
    approver text not null,
    registered_by text not null,
    registered_at timestamptz not null,
    voided_by text,
    voided_at timestamptz,
    check (starts < ends)
);

create unique index outage_once on outage (region, department, starts, ends) where voided_at is null;
create index outage_in_time on outage (region, ends);
