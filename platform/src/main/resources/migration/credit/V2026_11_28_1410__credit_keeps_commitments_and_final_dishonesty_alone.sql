create schema credit;
comment on schema credit is '信用：守信承诺、失信记录、修复';
grant usage on schema credit to zl_app;

-- Art. 42 of the province's regulation: no income, deposits, securities, insurance, real estate or tax amounts in credit records.
create function credit.tells_of_property(words text) returns boolean
  language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select words ~ '收入|工资|存款|余额|证券|股票|基金|保险|不动产|房产|房屋|车辆|纳税|税额|核对|收益|[0-9]{6,}'
$$;
comment on function credit.tells_of_property(text) is '文字里有没有收入、存款、不动产等依法不得归集的内容';
revoke all on function credit.tells_of_property(text) from public;
grant execute on function credit.tells_of_property(text) to zl_app;

create table credit.commitment (
  id bigint generated always as identity primary key,
  resident bigint not null,
  area text not null,
  case_file bigint,
  text_version text not null check (length(text_version) between 1 and 60),
  text_digest bytea not null check (length(text_digest) = 32),
  method text not null check (method in ('SIGNATURE', 'FINGERPRINT', 'SIGNED_ON_SCREEN', 'BY_GUARDIAN')),
  signed_on date not null,
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null
);
comment on table credit.commitment is '守信承诺：申请时签的，只增不改';
comment on column credit.commitment.id is '编号';
comment on column credit.commitment.resident is '承诺人';
comment on column credit.commitment.area is '区划';
comment on column credit.commitment.case_file is '哪一件申请；不在申请里签的为空';
comment on column credit.commitment.text_version is '承诺书的版本';
comment on column credit.commitment.text_digest is '承诺书文字的摘要（SM3）';
comment on column credit.commitment.method is '方式：SIGNATURE 签名，FINGERPRINT 按手印，SIGNED_ON_SCREEN 屏上签名，BY_GUARDIAN 监护人代签';
comment on column credit.commitment.signed_on is '签署日期';
comment on column credit.commitment.entered_at is '登记时间';
comment on column credit.commitment.entered_by is '登记人；程序登记的为空';
comment on column credit.commitment.entered_post is '登记人当时的岗位';
create index on credit.commitment (resident);

create table credit.dishonesty (
  id bigint generated always as identity primary key,
  resident bigint not null,
  area text not null,
  commitment bigint references credit.commitment (id),
  case_file bigint not null,
  case_number text not null check (length(case_number) between 1 and 60),
  kind text not null check (kind in ('FALSE_MATERIALS', 'CONCEALMENT', 'NOT_RETURNED')),
  clause text not null check (length(clause) between 1 and 120 and not credit.tells_of_property(clause)),
  decided_on date not null,
  final_on date not null check (final_on >= decided_on),
  evidence text not null check (evidence in ('DECISION', 'COURT_RULING', 'PENALTY_DECISION')),
  evidence_digest bytea not null check (length(evidence_digest) = 32),
  expires_on date not null check (expires_on > final_on and expires_on <= final_on + interval '5 years'),
  standing_until date,
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null,
  unique (case_file, resident, kind)
);
comment on table credit.dishonesty is '失信记录：只在决定生效以后登记';
comment on column credit.dishonesty.id is '编号';
comment on column credit.dishonesty.resident is '谁的';
comment on column credit.dishonesty.area is '区划';
comment on column credit.dishonesty.commitment is '违背的承诺；没有签过的为空';
comment on column credit.dishonesty.case_file is '哪一件';
comment on column credit.dishonesty.case_number is '案号';
comment on column credit.dishonesty.kind is '失信行为：FALSE_MATERIALS 提供虚假材料，CONCEALMENT 隐瞒情况，NOT_RETURNED 拒不退回';
comment on column credit.dishonesty.clause is '依据的条款';
comment on column credit.dishonesty.decided_on is '作出决定的日期';
comment on column credit.dishonesty.final_on is '决定生效的日期（复议、诉讼期满或终结）';
comment on column credit.dishonesty.evidence is '证据：DECISION 决定书，COURT_RULING 裁判文书，PENALTY_DECISION 处罚决定书';
comment on column credit.dishonesty.evidence_digest is '证据文书的摘要（SM3）';
comment on column credit.dishonesty.expires_on is '最晚到哪天失效（不含当日），不超过五年';
comment on column credit.dishonesty.standing_until is '现在对外有效到哪天（不含当日）；空：没有效力。由经过推算';
comment on column credit.dishonesty.entered_at is '登记时间';
comment on column credit.dishonesty.entered_by is '登记人；程序登记的为空';
comment on column credit.dishonesty.entered_post is '登记人当时的岗位';
create index on credit.dishonesty (resident);
create index on credit.dishonesty (area, id desc);

create table credit.step (
  id bigint generated always as identity primary key,
  record bigint not null references credit.dishonesty (id),
  kind text not null check (kind in ('TOLD', 'OBJECTED', 'REJECTED', 'WITHDRAWN', 'REPAIRED')),
  on_day date not null,
  detail text not null check (detail in (
    'BY_HAND', 'BY_POST', 'BY_SCREEN', 'BY_NOTICE',
    'ALONE', 'OTHERS_CHECK', 'AS_FOUND', 'NOT_AS_FOUND', 'DUTIES_DONE')),
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null
);
comment on table credit.step is '失信记录的经过：告知、异议、处理、修复，只增不改';
comment on column credit.step.id is '编号';
comment on column credit.step.record is '失信记录';
comment on column credit.step.kind is '事项：TOLD 告知，OBJECTED 提出异议，REJECTED 异议不成立，WITHDRAWN 撤销记录，REPAIRED 修复';
comment on column credit.step.on_day is '日期';
comment on column credit.step.detail is '方式或结果，只有规定的几种';
comment on column credit.step.entered_at is '登记时间';
comment on column credit.step.entered_by is '登记人；程序登记的为空';
comment on column credit.step.entered_post is '登记人当时的岗位';
create index on credit.step (record, id);
create unique index told_once on credit.step (record) where kind = 'TOLD';
create unique index ended_once on credit.step (record) where kind in ('WITHDRAWN', 'REPAIRED');

create table credit.measure (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  list text not null check (length(list) between 1 and 120),
  clause text not null check (length(clause) between 1 and 120),
  for_kind text not null check (for_kind in ('FALSE_MATERIALS', 'CONCEALMENT', 'NOT_RETURNED')),
  most_months int not null check (most_months between 1 and 60),
  from_day date not null,
  to_day date check (to_day > from_day),
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null
);
comment on table credit.measure is '公布的失信惩戒措施清单：清单以外的不得采取';
comment on column credit.measure.id is '编号';
comment on column credit.measure.name is '措施';
comment on column credit.measure.list is '哪一份公布的清单';
comment on column credit.measure.clause is '清单的条目';
comment on column credit.measure.for_kind is '对哪种失信行为';
comment on column credit.measure.most_months is '最长几个月';
comment on column credit.measure.from_day is '从哪天起';
comment on column credit.measure.to_day is '到哪天（不含当日）；空：没有写明';
comment on column credit.measure.entered_at is '登记时间';
comment on column credit.measure.entered_by is '登记人；程序登记的为空';
comment on column credit.measure.entered_post is '登记人当时的岗位';

create table credit.taken (
  id bigint generated always as identity primary key,
  record bigint not null references credit.dishonesty (id),
  measure bigint not null references credit.measure (id),
  from_day date not null,
  to_day date not null check (to_day > from_day),
  entered_at timestamptz not null,
  entered_by bigint,
  entered_post text not null,
  unique (record, measure)
);
comment on table credit.taken is '对一条失信记录采取的措施，都有止日';
comment on column credit.taken.id is '编号';
comment on column credit.taken.record is '失信记录';
comment on column credit.taken.measure is '清单上的措施';
comment on column credit.taken.from_day is '从哪天起';
comment on column credit.taken.to_day is '到哪天（不含当日）';
comment on column credit.taken.entered_at is '登记时间';
comment on column credit.taken.entered_by is '登记人；程序登记的为空';
comment on column credit.taken.entered_post is '登记人当时的岗位';

-- Natural persons are not posted unless the State provides otherwise (art. 20): without a recorded ground there is nothing to post.
create table credit.posting_ground (
  record bigint primary key references credit.dishonesty (id),
  law text not null check (length(btrim(law)) between 4 and 120),
  article text not null check (length(btrim(article)) between 2 and 60),
  recorded_at timestamptz not null,
  recorded_by bigint not null,
  recorded_post text not null
);
comment on table credit.posting_ground is '公示自然人失信记录的法律依据：没有登记依据的不公示';
comment on column credit.posting_ground.record is '失信记录';
comment on column credit.posting_ground.law is '法律、行政法规或国务院决定';
comment on column credit.posting_ground.article is '条款';
comment on column credit.posting_ground.recorded_at is '登记时间';
comment on column credit.posting_ground.recorded_by is '登记人：只能是人，不能是程序';
comment on column credit.posting_ground.recorded_post is '登记人当时的岗位';

create table credit.posting (
  record bigint primary key references credit.posting_ground (record),
  posted_at timestamptz not null,
  posted_by bigint not null
);
comment on table credit.posting is '已公示的失信记录：必须先有依据';
comment on column credit.posting.record is '失信记录';
comment on column credit.posting.posted_at is '公示时间';
comment on column credit.posting.posted_by is '公示人';

do $$
declare
  one text;
begin
  foreach one in array array['commitment', 'dishonesty'] loop
    execute format('alter table credit.%I enable row level security', one);
    execute format('alter table credit.%I force row level security', one);
    execute format('create policy within_scope on credit.%I to zl_app using (access.in_scope(area)) with check (access.in_scope(area))', one);
    execute format('create policy owner_reads on credit.%I for select to zl_owner using (true)', one);
    execute format('grant select, insert on credit.%I to zl_app', one);
  end loop;
  foreach one in array array['step', 'taken', 'posting_ground', 'posting'] loop
    execute format('alter table credit.%I enable row level security', one);
    execute format('alter table credit.%I force row level security', one);
    execute format('create policy within_scope on credit.%1$I to zl_app using (exists (select 1 from credit.dishonesty d where d.id = %1$I.record)) with check (exists (select 1 from credit.dishonesty d where d.id = %1$I.record))', one);
    execute format('create policy owner_reads on credit.%I for select to zl_owner using (true)', one);
    execute format('grant select, insert on credit.%I to zl_app', one);
  end loop;
end $$;
grant update (standing_until) on credit.dishonesty to zl_app;
grant select, insert on credit.measure to zl_app;

-- What another unit may know: clause and last day, nothing else, wherever the record lies.
create function credit.standing_of(who bigint[], on_day date)
  returns table (clause text, until_day date)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select d.clause, d.standing_until
  from credit.dishonesty d
  where d.resident = any (who) and d.standing_until > on_day
  order by d.standing_until desc, d.id desc
$$;
comment on function credit.standing_of(bigint[], date) is '某人现在有没有有效的失信记录：只有条款和到期日';
revoke all on function credit.standing_of(bigint[], date) from public;
grant execute on function credit.standing_of(bigint[], date) to zl_app;
