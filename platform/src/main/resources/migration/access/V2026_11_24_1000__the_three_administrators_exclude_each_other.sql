-- 三员分立：系统、安全、审计三种管理岗互不兼任，也不兼任办事岗位。判据写在库里，程序漏查也写不进去。
create extension if not exists btree_gist with schema access;

alter table access.post drop constraint post_kind_check;
alter table access.post add constraint post_kind_check check (kind in (
  'ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR',
  'GAZETTE_EDITOR', 'SUPERVISOR', 'REPORTER', 'LEADER'));

alter table access.post add column before_separation boolean not null default false;
comment on column access.post.before_separation is '三员分立以前兼任的办事岗位，分立时已停用';

-- 升级以前就兼任的：管理岗留下，办事岗位从今天起停用。属主也受行级安全限制，这一条语句暂时不受。
alter table access.post no force row level security;
update access.post p
set before_separation = true,
    held_to = least(coalesce(p.held_to, 'infinity'::date), greatest(p.held_from, current_date))
where p.kind <> 'ADMINISTRATOR'
  and exists (
    select 1 from access.post a
    where a.person = p.person and a.kind = 'ADMINISTRATOR'
      and daterange(a.held_from, a.held_to) && daterange(p.held_from, p.held_to));
alter table access.post force row level security;

alter table access.post add constraint administrators_are_separate exclude using gist (
  person with =,
  (case when kind in ('ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR') then kind else 'BUSINESS' end) with <>,
  daterange(held_from, held_to) with &&
) where (not before_separation);

-- 一个人的岗位可能有的在别的区划，行级安全看不到；这个函数只答一个岗位类别。
create function access.excluded_by(whose bigint, wanted text, from_day date, to_day date) returns text
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select p.kind from access.post p
  where p.person = whose and not p.before_separation
    and daterange(p.held_from, p.held_to) && daterange(from_day, to_day)
    and case when p.kind in ('ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR') then p.kind else 'BUSINESS' end
      <> case when wanted in ('ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR') then wanted else 'BUSINESS' end
  order by p.id limit 1
$$;
comment on function access.excluded_by(bigint, text, date, date) is '某人在这段日子里担任的、与所给类别不能兼任的岗位类别；没有则为空';
revoke all on function access.excluded_by(bigint, text, date, date) from public;
grant execute on function access.excluded_by(bigint, text, date, date) to zl_app;
