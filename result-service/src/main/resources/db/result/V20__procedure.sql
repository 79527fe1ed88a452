-- 全部时钟: the first eight timers are counted in amber and late, the others here, eight bits per timer.
alter table bundle
    add column amber_later bigint not null default 0,
    add column late_later bigint not null default 0;

drop index bundle_amber;
drop index bundle_late;
create index bundle_amber on bundle (case_no) where amber <> 0 or amber_later <> 0;
create index bundle_late on bundle (case_no) where late <> 0 or late_later <> 0;
