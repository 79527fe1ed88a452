-- Answers by key, of an actor; before, a key belonged to an address.
drop table answered_request;
create table answered (
    scope text not null,
    key text not null,
    digest text not null,
    status smallint not null,
    body text not null,
    answered_at timestamptz not null,
    primary key (scope, key)
);
