-- 办件: one row per application. The region is the first six digits of the number, so the primary key also serves
-- lists of a region. facts is what the life cycle needs (org.lianban.intake.store.Facts), pack what was handed in.
create table application (
    case_no text primary key,
    state text not null,
    one_thing text not null,
    catalog_hash text not null,
    sequence int not null,
    handed_in_at timestamptz not null,
    facts text not null,
    pack text not null,
    outcome text,
    settled_at timestamptz
);
-- The clerks' work list and the gauges; applications received at once never enter it.
create index application_waiting on application (state, case_no) where state in ('SUBMITTED', 'CORRECTION_NOTIFIED');

-- The last number given, per region, day in China and series; counted up in the transaction that uses it.
create table number_series (
    region text not null,
    day date not null,
    series text not null,
    last int not null,
    primary key (region, day, series)
);

-- Answers to requests with a key (Idempotency-Key, or a province's own number): kept for good.
create table answered (
    scope text not null,
    key text not null,
    digest text not null,
    status smallint not null,
    body text not null,
    answered_at timestamptz not null,
    primary key (scope, key)
);

-- 一次告知书: written once, never changed.
create table correction_notice (
    notice_no text primary key,
    case_no text not null,
    round int not null,
    notified_at timestamptz not null,
    clerk text not null,
    defects text not null,
    unique (case_no, round)
);

-- What was handed in before a correction.
create table former_round (
    case_no text not null,
    round int not null,
    handed_in_at timestamptz not null,
    pack text not null,
    primary key (case_no, round)
);

-- Uploaded files; the content lies under the data directory by digest.
create table material (
    digest text primary key,
    media_type text not null,
    bytes bigint not null,
    stored_at timestamptz not null
);

-- The last reply to a province's application, so that replies are numbered without gaps.
create table province_reply (
    subject text primary key,
    sequence bigint not null
);
