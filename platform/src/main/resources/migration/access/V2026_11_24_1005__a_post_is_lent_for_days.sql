-- 代理：把自己的岗位在一段日子里委托给另一个人。代理也是一行岗位，因此区划、互斥、到期都按岗位办。
alter table access.post add column lent_from bigint;
comment on column access.post.lent_from is '代理：所代的岗位；本人的岗位为空';
alter table access.post add column own boolean not null generated always as (lent_from is null) stored;
comment on column access.post.own is '是本人的岗位，不是代理';
alter table access.post add column lent_from_own boolean generated always as (case when lent_from is not null then true end) stored;
comment on column access.post.lent_from_own is '代理的必须是别人本人的岗位，不能转代理；恒为真或空';

alter table access.post add unique (id, own, kind, area);
alter table access.post add constraint lent_as_it_is
  foreign key (lent_from, lent_from_own, kind, area) references access.post (id, own, kind, area);
alter table access.post add constraint lent_for_days check (
  lent_from is null
  or (held_to is not null and kind not in ('ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR')));
create index on access.post (lent_from);

-- 同一个人不能在同一天把一个岗位担任两遍：不能代自己，也不重复代。
alter table access.post add constraint lent_once exclude using gist (
  person with =, (coalesce(lent_from, id)) with =, daterange(held_from, held_to) with &&);

-- 所代的岗位停了，代理随之停。
create or replace function access.posts_of(whose bigint, on_day date)
  returns table (id bigint, title text, kind text, area text, area_name text, department text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select p.id, p.title, p.kind, p.area, a.name, d.name
  from access.post p
  join access.area a on a.code = p.area
  left join access.department d on d.id = p.department
  left join access.post o on o.id = p.lent_from
  where p.person = whose and p.held_from <= on_day and (p.held_to is null or p.held_to > on_day)
    and (p.lent_from is null or (o.held_from <= on_day and (o.held_to is null or o.held_to > on_day)))
  order by p.own desc, p.id
$$;

-- 我代别人的岗位可能在别的区划：本人要看得到自己的代理，才能交还。
create function access.delegations_of(whose bigint)
  returns table (id bigint, title text, area_name text, lender text, delegate text, held_from date, held_to date, mine boolean)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select p.id, p.title, a.name, l.name, w.name, p.held_from, p.held_to, p.person = whose
  from access.post p
  join access.post o on o.id = p.lent_from
  join access.person l on l.id = o.person
  join access.person w on w.id = p.person
  join access.area a on a.code = p.area
  where whose in (p.person, o.person)
  order by p.held_from desc, p.id desc
$$;
comment on function access.delegations_of(bigint) is '某人委托出去的和代理别人的岗位';
revoke all on function access.delegations_of(bigint) from public;
grant execute on function access.delegations_of(bigint) to zl_app;

-- 委托人和代理人都可以提前结束；结束日不早于起始日。
create function access.end_delegation(which bigint, by_person bigint, on_day date) returns boolean
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  with ended as (
    update access.post p set held_to = greatest(p.held_from, on_day)
    from access.post o
    where p.id = which and o.id = p.lent_from and by_person in (p.person, o.person) and p.held_to > on_day
    returning 1)
  select exists (select 1 from ended)
$$;
comment on function access.end_delegation(bigint, bigint, date) is '委托人或代理人提前结束代理；真：由这一次结束';
revoke all on function access.end_delegation(bigint, bigint, date) from public;
grant execute on function access.end_delegation(bigint, bigint, date) to zl_app;
create policy owner_ends_delegations on access.post for update to zl_owner
  using (lent_from is not null) with check (lent_from is not null);
