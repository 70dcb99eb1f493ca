create schema registry;
comment on schema registry is '登记：人员、家庭、单位、地点';
grant usage on schema registry to zl_app;

-- Far above the numbers of officials, so that an audit entry never means somebody else.
create sequence registry.number as bigint start with 1000000001;
grant usage on sequence registry.number to zl_app;

create table registry.subject (
  id bigint primary key default nextval('registry.number'),
  kind text not null check (kind in ('RESIDENT', 'HOUSEHOLD', 'ORGANISATION', 'PLACE')),
  area text not null,
  county text not null,
  kept_as bigint references registry.subject (id) check (kept_as <> id),
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null,
  sample boolean not null default false
);
comment on table registry.subject is '登记对象：人员、家庭、单位、地点，各归一个区划';
comment on column registry.subject.id is '编号';
comment on column registry.subject.kind is '类别：RESIDENT 人员，HOUSEHOLD 家庭，ORGANISATION 单位，PLACE 地点';
comment on column registry.subject.area is '所在区划（乡镇或村）';
comment on column registry.subject.county is '所在区划属于哪个县（市、区）或功能区';
comment on column registry.subject.kept_as is '重复登记合并后保留的编号；空：就是它自己';
comment on column registry.subject.entered_at is '登记时间';
comment on column registry.subject.entered_by is '登记人；程序登记的为空';
comment on column registry.subject.entered_post is '登记人当时的岗位';
comment on column registry.subject.sample is '示例数据';
create index on registry.subject (area, kind, id);
create index on registry.subject (kept_as) where kept_as is not null;

alter table registry.subject enable row level security;
alter table registry.subject force row level security;
create policy within_scope on registry.subject to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_reads on registry.subject for select to zl_owner using (true);
-- For handing a person over to another county and for pointing duplicates to the one that was kept.
create policy owner_moves on registry.subject for update to zl_owner using (true) with check (true);
grant select, insert on registry.subject to zl_app;
grant update (area, county) on registry.subject to zl_app;

create table registry.identity (
  id bigint primary key default nextval('registry.number'),
  subject bigint not null references registry.subject (id),
  name bytea not null,
  name_digest bytea not null,
  provisional boolean not null,
  number bytea,
  number_digest bytea,
  without_number text check (without_number in ('UNIDENTIFIED', 'NEWBORN', 'VAGRANT', 'OTHER')),
  source text not null check (length(source) between 1 and 200),
  ground text not null check (length(ground) <= 300),
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null,
  ended_at timestamptz,
  check ((number is null) = (number_digest is null)),
  check ((number is null) = (without_number is not null))
);
comment on table registry.identity is '人员的姓名和身份证号：更正另起一行，旧的留着';
comment on column registry.identity.id is '编号';
comment on column registry.identity.subject is '人员';
comment on column registry.identity.name is '姓名或暂定称呼，已封存';
comment on column registry.identity.name_digest is '姓名的有钥摘要，只用来查找';
comment on column registry.identity.provisional is '写的是暂定称呼，不是姓名';
comment on column registry.identity.number is '身份证号，已封存';
comment on column registry.identity.number_digest is '身份证号的有钥摘要，全市不重复';
comment on column registry.identity.without_number is '没有身份证号的原因：UNIDENTIFIED 身份不明，NEWBORN 新生儿，VAGRANT 流浪人员，OTHER 其他';
comment on column registry.identity.source is '依据的材料或来源';
comment on column registry.identity.ground is '更正的理由；第一次登记为空';
comment on column registry.identity.entered_at is '登记时间';
comment on column registry.identity.entered_by is '登记人；程序登记的为空';
comment on column registry.identity.entered_post is '登记人当时的岗位';
comment on column registry.identity.ended_at is '被后来的更正替代的时间';
create unique index identity_in_force on registry.identity (subject) where ended_at is null;
create unique index identity_number on registry.identity (number_digest) where ended_at is null;
create index on registry.identity (name_digest);

alter table registry.identity enable row level security;
alter table registry.identity force row level security;
create policy within_scope on registry.identity to zl_app
  using (exists (select 1 from registry.subject s where s.id = subject))
  with check (exists (select 1 from registry.subject s where s.id = subject));
create policy owner_reads on registry.identity for select to zl_owner using (true);
grant select, insert on registry.identity to zl_app;
-- The sealed values change when keys do, never in what they say.
grant update (ended_at, name, number) on registry.identity to zl_app;

create table registry.fact_kind (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
  chinese text not null,
  owner text not null,
  personal boolean not null
);
comment on table registry.fact_kind is '资料项目：每一项只由一个模块写';
comment on column registry.fact_kind.name is '标识';
comment on column registry.fact_kind.chinese is '中文名称';
comment on column registry.fact_kind.owner is '由谁写';
comment on column registry.fact_kind.personal is '是个人信息，封存保存';
grant select, insert on registry.fact_kind to zl_app;

create table registry.fact (
  id bigint primary key default nextval('registry.number'),
  subject bigint not null references registry.subject (id),
  kind text not null references registry.fact_kind (name),
  value text,
  sealed bytea,
  from_day date not null,
  to_day date check (to_day >= from_day),
  source text not null check (length(source) between 1 and 200),
  corrects bigint unique references registry.fact (id),
  ground text not null check (length(ground) <= 300),
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null,
  check ((value is null) <> (sealed is null)),
  check ((corrects is null) = (ground = ''))
);
comment on table registry.fact is '有日期的资料：只增不改，更正另起一行';
comment on column registry.fact.id is '编号';
comment on column registry.fact.subject is '谁的';
comment on column registry.fact.kind is '资料项目';
comment on column registry.fact.value is '内容；个人信息不写在这里';
comment on column registry.fact.sealed is '内容，已封存';
comment on column registry.fact.from_day is '从哪天起';
comment on column registry.fact.to_day is '到哪天（不含当日）；空：一直有效';
comment on column registry.fact.source is '来源';
comment on column registry.fact.corrects is '更正的是哪一行；一行只能被更正一次';
comment on column registry.fact.ground is '更正的理由';
comment on column registry.fact.entered_at is '登记时间';
comment on column registry.fact.entered_by is '登记人；程序登记的为空';
comment on column registry.fact.entered_post is '登记人当时的岗位';
create index on registry.fact (subject, kind);

alter table registry.fact enable row level security;
alter table registry.fact force row level security;
create policy within_scope on registry.fact to zl_app
  using (exists (select 1 from registry.subject s where s.id = subject))
  with check (exists (select 1 from registry.subject s where s.id = subject));
create policy owner_reads on registry.fact for select to zl_owner using (true);
grant select, insert on registry.fact to zl_app;
grant update (sealed) on registry.fact to zl_app;

create table registry.membership (
  id bigint primary key default nextval('registry.number'),
  household bigint not null references registry.subject (id),
  resident bigint not null references registry.subject (id),
  holder bigint not null references registry.subject (id),
  relation text not null,
  period daterange not null check (not lower_inf(period)),
  ground text not null check (length(ground) between 1 and 300),
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null,
  left_ground text check (length(left_ground) between 1 and 300),
  withdrawn_at timestamptz,
  constraint one_household_on_a_day
    exclude using gist (holder with =, period with &&) where (withdrawn_at is null),
  constraint one_head_on_a_day
    exclude using gist (household with =, period with &&) where (relation = 'HEAD' and withdrawn_at is null)
);
comment on table registry.membership is '家庭成员：谁在哪段时间属于哪个家庭';
comment on column registry.membership.id is '编号';
comment on column registry.membership.household is '家庭';
comment on column registry.membership.resident is '人员';
comment on column registry.membership.holder is '人员；重复登记合并后是保留的那一个';
comment on column registry.membership.relation is '与户主的关系';
comment on column registry.membership.period is '起止日（含起日，不含止日）';
comment on column registry.membership.ground is '加入的依据';
comment on column registry.membership.entered_at is '登记时间';
comment on column registry.membership.entered_by is '登记人；程序登记的为空';
comment on column registry.membership.entered_post is '登记人当时的岗位';
comment on column registry.membership.left_ground is '离开或撤销的依据';
comment on column registry.membership.withdrawn_at is '登记错了，撤销的时间';
create index on registry.membership (household);
create index on registry.membership (resident);

alter table registry.membership enable row level security;
alter table registry.membership force row level security;
create policy household_in_scope on registry.membership for select to zl_app
  using (exists (select 1 from registry.subject s where s.id = household)
    or exists (select 1 from registry.subject s where s.id = resident));
create policy both_in_scope on registry.membership for insert to zl_app
  with check (exists (select 1 from registry.subject s where s.id = household and s.kind = 'HOUSEHOLD')
    and exists (select 1 from registry.subject s where s.id = resident and s.kind = 'RESIDENT'));
create policy either_in_scope on registry.membership for update to zl_app
  using (exists (select 1 from registry.subject s where s.id = household)
    or exists (select 1 from registry.subject s where s.id = resident))
  with check (true);
create policy owner_reads on registry.membership for select to zl_owner using (true);
grant select, insert on registry.membership to zl_app;
create policy owner_points on registry.membership for update to zl_owner using (true) with check (true);
grant update (period, left_ground, withdrawn_at) on registry.membership to zl_app;

create table registry.merge (
  id bigint primary key default nextval('registry.number'),
  kept bigint not null references registry.subject (id),
  dropped bigint not null references registry.subject (id),
  ground text not null check (length(ground) between 1 and 300),
  merged_at timestamptz not null,
  merged_by bigint,
  merged_post text not null,
  split_ground text check (length(split_ground) between 1 and 300),
  split_at timestamptz,
  split_by bigint,
  split_post text,
  check (kept <> dropped),
  check ((split_at is null) = (split_ground is null) and (split_at is null) = (split_post is null))
);
comment on table registry.merge is '重复登记的合并和拆分：两个编号都一直查得到';
comment on column registry.merge.id is '编号';
comment on column registry.merge.kept is '保留的人员';
comment on column registry.merge.dropped is '并入的人员';
comment on column registry.merge.ground is '合并的依据';
comment on column registry.merge.merged_at is '合并时间';
comment on column registry.merge.merged_by is '合并人';
comment on column registry.merge.merged_post is '合并人当时的岗位';
comment on column registry.merge.split_ground is '拆分的依据';
comment on column registry.merge.split_at is '拆分时间';
comment on column registry.merge.split_by is '拆分人';
comment on column registry.merge.split_post is '拆分人当时的岗位';
create unique index merged_once on registry.merge (dropped) where split_at is null;
create index on registry.merge (kept);

alter table registry.merge enable row level security;
alter table registry.merge force row level security;
create policy either_in_scope on registry.merge to zl_app
  using (exists (select 1 from registry.subject s where s.id in (kept, dropped)))
  with check (exists (select 1 from registry.subject s where s.id = kept)
    and exists (select 1 from registry.subject s where s.id = dropped));
create policy owner_reads on registry.merge for select to zl_owner using (true);
grant select, insert on registry.merge to zl_app;
grant update (split_ground, split_at, split_by, split_post) on registry.merge to zl_app;

-- What points to a duplicate may lie in an area that the merging post does not see; the two people themselves must be seen.
create function registry.keep_as(dropped bigint, kept bigint) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if (select count(*) from registry.subject s
      where s.id in (dropped, kept) and access.in_scope(s.area) and s.kind = 'RESIDENT' and s.kept_as is null) <> 2 then
    raise exception 'row-level security: not both in scope' using errcode = '42501';
  end if;
  update registry.subject s set kept_as = keep_as.kept where s.id = dropped or s.kept_as = dropped;
  update registry.membership m set holder = keep_as.kept where m.holder = dropped;
end $$;
comment on function registry.keep_as(bigint, bigint) is '合并：并入的人员和指向他的一切改指保留的人员；两人都要在范围内';
revoke all on function registry.keep_as(bigint, bigint) from public;
grant execute on function registry.keep_as(bigint, bigint) to zl_app;

create function registry.split_off(which bigint) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  root bigint;
  below bigint[];
begin
  select m.dropped into root
  from registry.merge m join registry.subject s on s.id = m.dropped
  where m.id = which and m.split_at is not null and access.in_scope(s.area)
    and not exists (select 1 from registry.merge o where o.dropped = m.dropped and o.split_at is null);
  if root is null then
    raise exception 'row-level security: no such split in scope' using errcode = '42501';
  end if;
  with recursive tree (id) as (
    select m.dropped from registry.merge m where m.kept = root and m.split_at is null
    union
    select m.dropped from registry.merge m join tree t on m.kept = t.id where m.split_at is null)
  select coalesce(array_agg(id), '{}') into below from tree;
  update registry.subject set kept_as = null where id = root;
  update registry.subject set kept_as = root where id = any (below);
  update registry.membership set holder = root where resident = root or resident = any (below);
end $$;
comment on function registry.split_off(bigint) is '拆分：恢复并入的人员和原来指向他的一切；他要在范围内';
revoke all on function registry.split_off(bigint) from public;
grant execute on function registry.split_off(bigint) to zl_app;

create table registry.move_request (
  id bigint primary key default nextval('registry.number'),
  subject bigint not null references registry.subject (id),
  from_area text not null,
  to_area text not null,
  to_county text not null,
  ground text not null check (length(ground) between 1 and 300),
  asked_at timestamptz not null,
  asked_by bigint,
  asked_post text not null,
  answer text check (answer in ('AGREED', 'DECLINED')),
  answer_ground text check (length(answer_ground) between 1 and 300),
  answered_at timestamptz,
  answered_by bigint,
  answered_post text,
  check (num_nulls(answer, answer_ground, answered_at, answered_post) in (0, 4))
);
comment on table registry.move_request is '转入申请：人员已在别的县登记，由登记地答复';
comment on column registry.move_request.id is '编号';
comment on column registry.move_request.subject is '人员';
comment on column registry.move_request.from_area is '登记地区划';
comment on column registry.move_request.to_area is '要转入的区划';
comment on column registry.move_request.to_county is '要转入的县（市、区）';
comment on column registry.move_request.ground is '申请的依据';
comment on column registry.move_request.asked_at is '申请时间';
comment on column registry.move_request.asked_by is '申请人';
comment on column registry.move_request.asked_post is '申请人当时的岗位';
comment on column registry.move_request.answer is '答复：AGREED 同意，DECLINED 不同意';
comment on column registry.move_request.answer_ground is '答复的依据';
comment on column registry.move_request.answered_at is '答复时间';
comment on column registry.move_request.answered_by is '答复人';
comment on column registry.move_request.answered_post is '答复人当时的岗位';
create unique index one_open_request on registry.move_request (subject, to_area) where answer is null;
create index on registry.move_request (from_area);
create index on registry.move_request (to_area);

alter table registry.move_request enable row level security;
alter table registry.move_request force row level security;
create policy either_in_scope on registry.move_request for select to zl_app
  using (access.in_scope(from_area) or access.in_scope(to_area));
create policy holder_answers on registry.move_request for update to zl_app
  using (access.in_scope(from_area)) with check (access.in_scope(from_area));
create policy owner_reads on registry.move_request for select to zl_owner using (true);
create policy owner_asks on registry.move_request for insert to zl_owner with check (true);
grant select on registry.move_request to zl_app;
grant update (answer, answer_ground, answered_at, answered_by, answered_post) on registry.move_request to zl_app;

-- Who holds a number: the person only where the scope sees them, else nothing but the county.
create function registry.holder_of(digest bytea)
  returns table (resident bigint, county text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select case when access.in_scope(k.area) then k.id end, k.county
  from registry.identity i
  join registry.subject s on s.id = i.subject
  join registry.subject k on k.id = coalesce(s.kept_as, s.id)
  where i.number_digest = digest and i.ended_at is null
$$;
comment on function registry.holder_of(bytea) is '某个身份证号在哪个县登记；不在范围内的不给编号';
revoke all on function registry.holder_of(bytea) from public;
grant execute on function registry.holder_of(bytea) to zl_app;

-- Asks the county that holds a number; who asks learns the number of the request and nothing of the person.
create function registry.ask_move(
  digest bytea, into_area text, into_county text, why text, at_time timestamptz, by_person bigint, by_post text)
  returns bigint
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  request bigint;
begin
  if not access.in_scope(into_area) then
    raise exception 'row-level security: % is not in scope', into_area using errcode = '42501';
  end if;
  insert into registry.move_request
    (subject, from_area, to_area, to_county, ground, asked_at, asked_by, asked_post)
  select k.id, k.area, into_area, into_county, why, at_time, by_person, by_post
  from registry.identity i
  join registry.subject s on s.id = i.subject
  join registry.subject k on k.id = coalesce(s.kept_as, s.id)
  where i.number_digest = digest and i.ended_at is null
  on conflict (subject, to_area) where answer is null do nothing
  returning id into request;
  return request;
end $$;
comment on function registry.ask_move(bytea, text, text, text, timestamptz, bigint, text) is '向登记地申请转入；不透露登记的内容';
revoke all on function registry.ask_move(bytea, text, text, text, timestamptz, bigint, text) from public;
grant execute on function registry.ask_move(bytea, text, text, text, timestamptz, bigint, text) to zl_app;

-- The holding county gives a person away: the one row of an area that its own scope may not write.
create function registry.hand_over(request bigint) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  moved int;
begin
  update registry.subject s set area = r.to_area, county = r.to_county
  from registry.move_request r
  where r.id = request and r.answer = 'AGREED' and s.id = r.subject and s.area = r.from_area
    and access.in_scope(s.area);
  get diagnostics moved = row_count;
  return moved = 1;
end $$;
comment on function registry.hand_over(bigint) is '登记地同意后，把人员转到申请的区划；只转自己范围内的';
revoke all on function registry.hand_over(bigint) from public;
grant execute on function registry.hand_over(bigint) to zl_app;

create table registry.organisation (
  id bigint primary key references registry.subject (id),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (length(kind) between 1 and 60),
  credit_code text unique
);
comment on table registry.organisation is '单位';
comment on column registry.organisation.id is '编号';
comment on column registry.organisation.name is '名称';
comment on column registry.organisation.kind is '类别';
comment on column registry.organisation.credit_code is '统一社会信用代码；没有领码的为空';
create index on registry.organisation (name);

create table registry.place (
  id bigint primary key references registry.subject (id),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (length(kind) between 1 and 60),
  address text not null check (length(address) <= 300),
  longitude_e7 int check (longitude_e7 between -1800000000 and 1800000000),
  latitude_e7 int check (latitude_e7 between -900000000 and 900000000),
  check ((longitude_e7 is null) = (latitude_e7 is null))
);
comment on table registry.place is '地点';
comment on column registry.place.id is '编号';
comment on column registry.place.name is '名称';
comment on column registry.place.kind is '类别';
comment on column registry.place.address is '地址';
comment on column registry.place.longitude_e7 is '经度（CGCS2000，千万分之一度）';
comment on column registry.place.latitude_e7 is '纬度（CGCS2000，千万分之一度）';

alter table registry.organisation enable row level security;
alter table registry.organisation force row level security;
create policy within_scope on registry.organisation to zl_app
  using (exists (select 1 from registry.subject s where s.id = organisation.id))
  with check (exists (select 1 from registry.subject s where s.id = organisation.id));
create policy owner_reads on registry.organisation for select to zl_owner using (true);
grant select, insert on registry.organisation to zl_app;
grant update (name) on registry.organisation to zl_app;

alter table registry.place enable row level security;
alter table registry.place force row level security;
create policy within_scope on registry.place to zl_app
  using (exists (select 1 from registry.subject s where s.id = place.id))
  with check (exists (select 1 from registry.subject s where s.id = place.id));
create policy owner_reads on registry.place for select to zl_owner using (true);
grant select, insert on registry.place to zl_app;

-- A credit code is public, and so is where the organisation is entered.
create function registry.organisation_of(code text)
  returns table (organisation bigint, county text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select case when access.in_scope(s.area) then s.id end, s.county
  from registry.organisation o join registry.subject s on s.id = o.id
  where o.credit_code = code
$$;
comment on function registry.organisation_of(text) is '某个统一社会信用代码在哪个县登记；不在范围内的不给编号';
revoke all on function registry.organisation_of(text) from public;
grant execute on function registry.organisation_of(text) to zl_app;
