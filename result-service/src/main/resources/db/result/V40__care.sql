-- 工单、督办单、事后核查、到期证照: one row each, with the columns that doors and pollers ask by; the rest is the body.
create table care_file (
    id text collate "C" primary key,
    kind text not null,
    case_no text collate "C",
    item_no text,
    region text not null,
    department text,
    state text not null,
    open boolean not null,
    -- 红: a limit is missed and what it asked for is still owed.
    red boolean not null,
    -- What the file is about beyond case and item: a ticket of an order, the renewal case of a licence.
    subject text collate "C",
    due_at timestamptz,
    opened_at timestamptz not null,
    closed_at timestamptz,
    version bigint not null,
    body text not null
) with (fillfactor = 80);

create index care_due on care_file (due_at) where due_at is not null;
create index care_case on care_file (case_no, kind) where case_no is not null;
create index care_open on care_file (kind, region, id) where open;
create index care_opened on care_file (kind, region, opened_at);
create index care_subject on care_file (subject, kind) where subject is not null;

-- What happened to a file, by whom; kept.
create table care_step (
    id text collate "C" not null,
    version bigint not null,
    at timestamptz not null,
    actor text not null,
    what text not null,
    body text not null,
    idempotency_key text,
    -- The whole command, so that a key that is used for another one is noticed.
    command text,
    primary key (id, version)
);
create unique index care_step_key on care_step (idempotency_key) where idempotency_key is not null;

-- The last number given out per prefix.
create table care_number (
    prefix text collate "C" primary key,
    last integer not null
);

-- 好差评: one per case (part 00) or item.
create table rating (
    case_no text collate "C" not null,
    part text not null,
    region text not null,
    one_thing text not null,
    department text,
    win text,
    level text not null,
    channel text not null,
    source text not null,
    by_default boolean not null,
    indicators text not null,
    remark text,
    rated_at timestamptz not null,
    actor text not null,
    -- One more when a default rating gave way to one that somebody gave.
    revision integer not null,
    idempotency_key text,
    command text not null,
    -- 上报: when the province took this revision, or when it is tried next.
    reported_at timestamptz,
    report_at timestamptz,
    attempts integer not null default 0,
    trouble text,
    primary key (case_no, part)
);
create unique index rating_key on rating (idempotency_key) where idempotency_key is not null;
create index rating_period on rating (region, rated_at);
create index rating_report on rating (report_at) where report_at is not null;

-- 履约记录: what became of a commitment, for the credit platform.
create table credit_record (
    case_no text collate "C" not null,
    material text not null,
    item_no text not null,
    kept boolean not null,
    ground text not null,
    at timestamptz not null,
    primary key (case_no, material, item_no)
);
create index credit_record_at on credit_record (at);
