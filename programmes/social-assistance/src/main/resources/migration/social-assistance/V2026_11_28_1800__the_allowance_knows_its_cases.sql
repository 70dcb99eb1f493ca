-- What lists and payment runs of the allowance ask for; everything else is the fold of the case.
create schema social_assistance;
grant usage on schema social_assistance to zl_app;

create table social_assistance.allowance (
  case_file bigint primary key,
  number text not null unique,
  area text not null,
  county text not null,
  household bigint not null,
  applicant bigint not null,
  accepted_on date not null,
  state text not null check (length(state) between 1 and 40),
  decided_on date,
  monthly_fen bigint check (monthly_fen > 0),
  pays_from date,
  pays_until date,
  recheck_on date,
  sample boolean not null,
  check ((monthly_fen is null) = (pays_from is null))
);
comment on table social_assistance.allowance is '低保申请：由案卷经过推出，供列表和发放使用';
comment on column social_assistance.allowance.case_file is '案卷';
comment on column social_assistance.allowance.number is '案卷编号';
comment on column social_assistance.allowance.area is '所属区划';
comment on column social_assistance.allowance.county is '所属县（市、区）或功能区';
comment on column social_assistance.allowance.household is '家庭（人员登记的编号）';
comment on column social_assistance.allowance.applicant is '申请人（人员登记的编号）';
comment on column social_assistance.allowance.accepted_on is '受理日期';
comment on column social_assistance.allowance.state is '状态（推出值）';
comment on column social_assistance.allowance.decided_on is '决定日期；没有时为空';
comment on column social_assistance.allowance.monthly_fen is '每月发放（分）；没有批准时为空';
comment on column social_assistance.allowance.pays_from is '从哪个月发起（当月一日）';
comment on column social_assistance.allowance.pays_until is '停发之月（当月一日，不再发）；没有停发时为空';
comment on column social_assistance.allowance.recheck_on is '下次复核的最后一天';
comment on column social_assistance.allowance.sample is '示例数据';
create index on social_assistance.allowance (county, state);
create index on social_assistance.allowance (county, pays_from) where monthly_fen is not null;

create table social_assistance.visit_draw (
  id bigint generated always as identity primary key,
  area text not null,
  drawn_on date not null,
  percent int not null check (percent between 1 and 100),
  seed text not null check (length(seed) between 4 and 80),
  listed text[] not null,
  list_digest text not null check (length(list_digest) = 64),
  drawn text[] not null,
  person bigint not null,
  post text not null
);
comment on table social_assistance.visit_draw is '县级入户抽查的抽取：名单、种子和结果，任何人都能重算';
comment on column social_assistance.visit_draw.id is '编号';
comment on column social_assistance.visit_draw.area is '县（市、区）或功能区';
comment on column social_assistance.visit_draw.drawn_on is '抽取日期';
comment on column social_assistance.visit_draw.percent is '比例（%）';
comment on column social_assistance.visit_draw.seed is '种子';
comment on column social_assistance.visit_draw.listed is '名单：案卷编号';
comment on column social_assistance.visit_draw.list_digest is '名单的摘要（SM3）';
comment on column social_assistance.visit_draw.drawn is '抽中的案卷编号';
comment on column social_assistance.visit_draw.person is '抽取人';
comment on column social_assistance.visit_draw.post is '抽取岗位';

alter table social_assistance.allowance enable row level security;
alter table social_assistance.allowance force row level security;
create policy within_scope on social_assistance.allowance to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy own_case on social_assistance.allowance for select to zl_app using (case_file = access.own_case());
create policy owner_reads on social_assistance.allowance for select to zl_owner using (true);

alter table social_assistance.visit_draw enable row level security;
alter table social_assistance.visit_draw force row level security;
create policy within_scope on social_assistance.visit_draw to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_reads on social_assistance.visit_draw for select to zl_owner using (true);

grant select, insert on social_assistance.allowance, social_assistance.visit_draw to zl_app;
grant update (area, county, state, decided_on, monthly_fen, pays_from, pays_until, recheck_on)
  on social_assistance.allowance to zl_app;
