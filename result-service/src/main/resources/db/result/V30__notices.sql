-- 文书: one row per case and transaction that issued notices or told the applicant something. A negative version: issued
-- by a command between two changes of the case.
create table notice_sheet (
    case_no text collate "C" not null,
    version bigint not null,
    issued_at timestamptz not null,
    -- Numbers of the notices in body, in order.
    nos text[] not null,
    body text,
    -- 短信: the one message of this transaction. Its columns change, the notices never do.
    sms text,
    sms_state text,
    -- When it is to be sent next; null: it is done with.
    sms_due timestamptz,
    sms_since timestamptz,
    sms_tries int not null default 0,
    sms_receipt text,
    primary key (case_no, version)
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);

create index notice_sheet_sms on notice_sheet (sms_due) where sms_due is not null;

create function notice_is_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'A notice that was issued is never changed: %/%', old.case_no, old.version;
end $$;

create trigger notice_is_immutable before update of case_no, version, issued_at, nos, body or delete on notice_sheet
    for each row execute function notice_is_immutable();

-- What became of a notice after it was issued.
create table notice_mark (
    no text collate "C" primary key,
    case_no text collate "C" not null,
    way text,
    -- Masked.
    receiver text,
    proof text,
    delivered_at timestamptz,
    delivered_by text,
    acknowledged_at timestamptz,
    acknowledged_by text
);

create index notice_mark_case on notice_mark (case_no);

-- 文书接收人: whom notices and messages go to, sealed; one row per case.
create table addressee (
    case_no text collate "C" primary key,
    name text not null,
    phone text,
    phone_index text
);

-- 短信退订, by blind index of the number.
create table sms_opt_out (
    phone_index text primary key,
    at timestamptz not null
);

-- Events that came before the case's filing was known: their notices are written once it is.
create table notice_waiting (
    case_no text collate "C" not null,
    version bigint not null,
    events text not null,
    primary key (case_no, version)
);
