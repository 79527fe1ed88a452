-- 办件日志: what was heard and said with each transaction, chained row to row. Rows of before have neither.
alter table history
    add column facts text not null default '[]',
    add column chain text not null default '';
