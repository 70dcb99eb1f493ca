create schema exchange;
comment on schema exchange is '数据共享：向部门和机构查询核对，凭协议、目的、案件和授权';
grant usage on schema exchange to zl_app;

create table exchange.legal_purpose (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{1,59}$'),
  name text not null check (length(name) between 1 and 60),
  clause text not null check (length(clause) between 1 and 200),
  first_day date not null,
  end_day date check (end_day > first_day),
  recorded_at timestamptz not null
);
comment on table exchange.legal_purpose is '法定目的：可以为什么查询，依据哪一条';
comment on column exchange.legal_purpose.slug is '标识';
comment on column exchange.legal_purpose.name is '目的';
comment on column exchange.legal_purpose.clause is '依据的条款';
comment on column exchange.legal_purpose.first_day is '从何日起';
comment on column exchange.legal_purpose.end_day is '到何日不再有效；没有为空';
comment on column exchange.legal_purpose.recorded_at is '登记时间';

create table exchange.source (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null check (length(name) between 1 and 60),
  department text not null check (length(department) between 1 and 60),
  code text not null check (code ~ '^[0-9]{7,30}$'),
  summary text not null check (length(summary) <= 500),
  sharing text not null check (sharing in ('UNCONDITIONAL', 'CONDITIONAL', 'WITHHELD')),
  sharing_condition text not null check (length(sharing_condition) <= 300),
  consent text not null check (consent in ('REQUIRED', 'BY_LAW')),
  timing text not null check (timing in ('REAL_TIME', 'BATCH')),
  update_cycle text not null check (length(update_cycle) <= 60),
  fresh_days int not null check (fresh_days between 0 and 3660),
  limit_millis int not null check (limit_millis between 50 and 600000),
  retries int not null check (retries between 0 and 5),
  opens_after int not null check (opens_after between 1 and 100),
  rest_seconds int not null check (rest_seconds between 1 and 86400),
  way text not null check (way in ('DATABASE', 'HTTP', 'FOLDER', 'LETTER')),
  settings bytea not null,
  items text not null,
  period_field text,
  published_on date not null,
  changed_at timestamptz not null,
  retired_on date,
  sample boolean not null
);
comment on table exchange.source is '数据源目录：谁有什么信息项，凭什么条件、用什么方式共享';
comment on column exchange.source.slug is '标识';
comment on column exchange.source.name is '信息资源名称';
comment on column exchange.source.department is '提供方';
comment on column exchange.source.code is '信息资源代码：类 1、项 2、目 3、细目、顺序码';
comment on column exchange.source.summary is '摘要';
comment on column exchange.source.sharing is '共享类型：无条件、有条件、不予共享';
comment on column exchange.source.sharing_condition is '共享条件';
comment on column exchange.source.consent is '是否须经本人授权';
comment on column exchange.source.timing is '实时或者批量';
comment on column exchange.source.update_cycle is '更新周期';
comment on column exchange.source.fresh_days is '数据早于几天算过期';
comment on column exchange.source.limit_millis is '答复时限（毫秒）';
comment on column exchange.source.retries is '最多重试几次';
comment on column exchange.source.opens_after is '连续失败几次后暂停查询';
comment on column exchange.source.rest_seconds is '暂停多少秒后再试一次';
comment on column exchange.source.way is '接口方式';
comment on column exchange.source.settings is '接口参数，加密封存';
comment on column exchange.source.items is '信息项：名称、类型、含义、对应字段、是否敏感';
comment on column exchange.source.period_field is '记录按哪个信息项归属日期；没有为空';
comment on column exchange.source.published_on is '列入目录的日期';
comment on column exchange.source.changed_at is '最近一次改动';
comment on column exchange.source.retired_on is '从何日起不再使用；在用为空';
comment on column exchange.source.sample is '示例数据';

create table exchange.agreement (
  id bigint generated always as identity primary key,
  source text not null references exchange.source (slug),
  number text not null check (length(number) between 1 and 80),
  first_day date not null,
  end_day date not null check (end_day > first_day),
  purposes text[] not null check (cardinality(purposes) > 0),
  document_digest text not null check (document_digest ~ '^[0-9a-f]{64}$'),
  deed_digest text not null check (deed_digest ~ '^[0-9a-f]{64}$'),
  deed_signed_on date not null,
  entered_by bigint not null,
  entered_at timestamptz not null
);
comment on table exchange.agreement is '共享协议：只增不改，提前终止另记一条';
comment on column exchange.agreement.id is '编号';
comment on column exchange.agreement.source is '数据源';
comment on column exchange.agreement.number is '协议文号';
comment on column exchange.agreement.first_day is '生效日';
comment on column exchange.agreement.end_day is '从何日起失效';
comment on column exchange.agreement.purposes is '协议允许的目的';
comment on column exchange.agreement.document_digest is '协议文本的 SM3 摘要';
comment on column exchange.agreement.deed_digest is '保密承诺书的 SM3 摘要';
comment on column exchange.agreement.deed_signed_on is '保密承诺书签订日期';
comment on column exchange.agreement.entered_by is '登记人';
comment on column exchange.agreement.entered_at is '登记时间';
create index on exchange.agreement (source, end_day desc);

create table exchange.agreement_end (
  agreement bigint primary key references exchange.agreement (id),
  end_day date not null,
  ground text not null check (length(ground) between 1 and 300),
  entered_by bigint not null,
  entered_at timestamptz not null
);
comment on table exchange.agreement_end is '共享协议的提前终止';
comment on column exchange.agreement_end.agreement is '协议';
comment on column exchange.agreement_end.end_day is '从何日起失效';
comment on column exchange.agreement_end.ground is '原因';
comment on column exchange.agreement_end.entered_by is '登记人';
comment on column exchange.agreement_end.entered_at is '登记时间';

create table exchange.authorisation (
  id bigint generated always as identity primary key,
  resident bigint not null check (resident > 0),
  case_file bigint not null check (case_file > 0),
  case_number text not null,
  area text not null,
  text_version text not null check (length(text_version) between 1 and 80),
  text_digest text not null check (text_digest ~ '^[0-9a-f]{64}$'),
  given_by text not null check (given_by in ('SELF', 'GUARDIAN', 'HEIR')),
  method text not null check (method in ('SIGNED_PAPER', 'HANDPRINT', 'ELECTRONIC', 'NOTARY')),
  proof_digest text not null check (proof_digest ~ '^[0-9a-f]{64}$'),
  sources text[] not null check (cardinality(sources) > 0),
  given_on date not null,
  end_day date not null check (end_day > given_on),
  entered_by bigint not null,
  entered_post text not null,
  entered_at timestamptz not null
);
comment on table exchange.authorisation is '查询授权：谁在何时用什么方式同意查哪些来源；只增不改，撤回另记一条';
comment on column exchange.authorisation.id is '编号';
comment on column exchange.authorisation.resident is '授权查询其资料的居民';
comment on column exchange.authorisation.case_file is '案件';
comment on column exchange.authorisation.case_number is '案号';
comment on column exchange.authorisation.area is '区划';
comment on column exchange.authorisation.text_version is '授权书文本版本';
comment on column exchange.authorisation.text_digest is '授权书文本的 SM3 摘要';
comment on column exchange.authorisation.given_by is '谁授权：本人、监护人、继承人';
comment on column exchange.authorisation.method is '方式：签字、捺印、电子签名、公证';
comment on column exchange.authorisation.proof_digest is '签署件的 SM3 摘要';
comment on column exchange.authorisation.sources is '授权查询的数据源';
comment on column exchange.authorisation.given_on is '授权日期';
comment on column exchange.authorisation.end_day is '从何日起失效';
comment on column exchange.authorisation.entered_by is '登记人';
comment on column exchange.authorisation.entered_post is '登记人当时的岗位';
comment on column exchange.authorisation.entered_at is '登记时间';
create index on exchange.authorisation (resident, end_day desc);
create index on exchange.authorisation (case_file);

create table exchange.authorisation_end (
  authorisation bigint primary key references exchange.authorisation (id),
  area text not null,
  case_file bigint not null,
  withdrawn_on date not null,
  reason text not null check (length(reason) <= 300),
  entered_by bigint not null,
  entered_at timestamptz not null
);
comment on table exchange.authorisation_end is '授权的撤回';
comment on column exchange.authorisation_end.authorisation is '授权';
comment on column exchange.authorisation_end.area is '区划';
comment on column exchange.authorisation_end.case_file is '案件';
comment on column exchange.authorisation_end.withdrawn_on is '撤回日期';
comment on column exchange.authorisation_end.reason is '撤回时说的话';
comment on column exchange.authorisation_end.entered_by is '登记人';
comment on column exchange.authorisation_end.entered_at is '登记时间';

alter table exchange.authorisation enable row level security;
alter table exchange.authorisation force row level security;
create policy reads_scope_or_own_case on exchange.authorisation for select to zl_app
  using (access.in_scope(area) or case_file = access.own_case());
create policy adds_within_scope on exchange.authorisation for insert to zl_app
  with check (access.in_scope(area));
create policy owner_reads on exchange.authorisation for select to zl_owner using (true);
alter table exchange.authorisation_end enable row level security;
alter table exchange.authorisation_end force row level security;
create policy reads_scope_or_own_case on exchange.authorisation_end for select to zl_app
  using (access.in_scope(area) or case_file = access.own_case());
create policy adds_within_scope on exchange.authorisation_end for insert to zl_app
  with check (access.in_scope(area));
create policy owner_reads on exchange.authorisation_end for select to zl_owner using (true);

grant select, insert, update on exchange.source to zl_app;
grant select, insert on exchange.legal_purpose, exchange.agreement, exchange.agreement_end,
  exchange.authorisation, exchange.authorisation_end to zl_app;
grant update (end_day) on exchange.legal_purpose to zl_app;
