create table applied (
    event_id text primary key,
    topic_source text not null,
    subject text not null,
    sequence bigint not null,
    actor text,
    traceparent text,
    reason text
);
