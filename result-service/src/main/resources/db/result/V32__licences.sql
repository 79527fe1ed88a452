create sequence licence_serial;

-- 制证: one order per approved item that yields an electronic licence.
create table licence_order (
    case_no text collate "C" not null,
    item_no text collate "C" not null,
    -- Given with the order: however often it is tried, the number stays.
    serial bigint not null default nextval('licence_serial'),
    decided_at timestamptz not null,
    decision_no text,
    state text not null,
    -- When it is tried next; null: it is done with.
    due_at timestamptz,
    since timestamptz not null,
    tries int not null default 0,
    reason text,
    licence_no text unique,
    digest text,
    -- What was issued, as sealed by the digest.
    facts text,
    primary key (case_no, item_no)
) with (fillfactor = 80);

create index licence_order_due on licence_order (due_at) where due_at is not null;
create index licence_order_open on licence_order (state, since) where state in ('ORDERED', 'REFUSED', 'GIVEN_UP');
