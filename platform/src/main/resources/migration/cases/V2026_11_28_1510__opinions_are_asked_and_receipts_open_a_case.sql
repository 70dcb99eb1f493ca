create table cases.opinion_request (
  id bigint generated always as identity primary key,
  case_file bigint not null references cases.case_file (id),
  seq int not null,
  area text not null,
  department text,
  unit text not null check (length(unit) between 1 and 60),
  question text not null check (length(question) between 1 and 200),
  clock bigint not null references cases.clock (id),
  answered_seq int,
  outcome text check (outcome in ('AGREE', 'CONDITIONS', 'DISAGREE')),
  foreign key (case_file, seq) references cases.action (case_file, seq),
  foreign key (case_file, answered_seq) references cases.action (case_file, seq),
  check ((answered_seq is null) = (outcome is null))
);
comment on table cases.opinion_request is '会审：向一个单位征求意见，各有时限';
comment on column cases.opinion_request.id is '编号';
comment on column cases.opinion_request.case_file is '案卷';
comment on column cases.opinion_request.seq is '征求意见的那条经过';
comment on column cases.opinion_request.area is '被征求意见的岗位所管区划';
comment on column cases.opinion_request.department is '被征求意见的单位（标识）；空：该区划的主管岗位';
comment on column cases.opinion_request.unit is '被征求意见的单位（名称）';
comment on column cases.opinion_request.question is '请对什么提意见';
comment on column cases.opinion_request.clock is '时限';
comment on column cases.opinion_request.answered_seq is '答复的那条经过；空：还没有答复';
comment on column cases.opinion_request.outcome is '意见：AGREE 同意，CONDITIONS 有条件同意，DISAGREE 不同意';
create index on cases.opinion_request (case_file);
create index on cases.opinion_request (area) where answered_seq is null;

alter table cases.opinion_request enable row level security;
alter table cases.opinion_request force row level security;
create policy with_case on cases.opinion_request to zl_app
  using (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)))
  with check (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)));
create policy owner_reads on cases.opinion_request for select to zl_owner using (true);
grant select, insert on cases.opinion_request to zl_app;
grant update (answered_seq, outcome) on cases.opinion_request to zl_app;

create table cases.receipt (
  id bigint generated always as identity primary key,
  case_file bigint not null references cases.case_file (id),
  code_digest bytea not null,
  issued_at timestamptz not null,
  person_name text not null,
  post_title text not null,
  replaced_at timestamptz
);
comment on table cases.receipt is '回执：申请人凭编号和代码看自己的一件';
comment on column cases.receipt.id is '编号';
comment on column cases.receipt.case_file is '案卷';
comment on column cases.receipt.code_digest is '编号和代码的加密摘要；代码本身不保存';
comment on column cases.receipt.issued_at is '发给时间';
comment on column cases.receipt.person_name is '经办人';
comment on column cases.receipt.post_title is '经办岗位';
comment on column cases.receipt.replaced_at is '被后来的回执替换的时间';
create unique index on cases.receipt (case_file) where replaced_at is null;

alter table cases.receipt enable row level security;
alter table cases.receipt force row level security;
create policy with_case on cases.receipt to zl_app
  using (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)))
  with check (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)));
create policy owner_reads on cases.receipt for select to zl_owner using (true);
grant select, insert on cases.receipt to zl_app;
grant update (replaced_at) on cases.receipt to zl_app;

-- Before a citizen is let in there is no scope: this one question is answered without.
create function cases.opened_by(case_number text, digest bytea) returns table (id bigint, area text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select f.id, f.area from cases.case_file f join cases.receipt r on r.case_file = f.id
  where f.number = case_number and r.code_digest = digest and r.replaced_at is null
$$;
comment on function cases.opened_by(text, bytea) is '编号和代码对得上的案卷';
revoke all on function cases.opened_by(text, bytea) from public;
grant execute on function cases.opened_by(text, bytea) to zl_app;
