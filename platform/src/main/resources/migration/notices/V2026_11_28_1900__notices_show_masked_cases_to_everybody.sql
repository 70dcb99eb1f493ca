create schema notices;
comment on schema notices is '公示：遮去个人信息以后给所有人看的';
grant usage on schema notices to zl_app;

-- 能给所有人看的字：没有长数字，没有住址、疾病、残疾和未成年人的字样。
create function notices.shows_nobody(words text) returns boolean
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$
  select words !~ '[0-9０-９〇一二三四五六七八九零]{6}'
     and words !~ '(疾病|患者|癌|尿毒|精神|艾滋|残疾|残障|智力|肢体|未成年|儿童|孤儿|学生|号楼|单元|门牌|[0-9]+室|账号|帐号|身份证)'
$$;
comment on function notices.shows_nobody(text) is '这些字里没有认得出人的和不许公示的内容';

create table notices.notice (
  id bigint generated always as identity primary key,
  area text not null,
  case_file bigint not null,
  form uuid not null unique,
  masked_name text not null check (masked_name ~ '^[㐀-鿿·a-zA-Z]?\*$'),
  village text not null check (length(village) between 1 and 60 and notices.shows_nobody(village)),
  members int not null check (members between 1 and 50),
  benefit text not null check (length(benefit) between 1 and 60 and notices.shows_nobody(benefit)),
  fen bigint not null check (fen >= 0),
  unit text not null check (length(unit) between 1 and 60 and notices.shows_nobody(unit)),
  unit_phone text not null check (unit_phone ~ '^(0[0-9]{2,3}-?)?[0-9]{5,8}$' and unit_phone !~ '^1[0-9]{10}$'),
  level text not null check (level in ('SITE', 'TOWNSHIP', 'VILLAGE')),
  posted_on date not null,
  last_day date not null check (last_day >= posted_on),
  posted_at timestamptz not null,
  digest bytea not null check (length(digest) = 32),
  ended_on date,
  ended_why text not null default '' check (length(ended_why) <= 300),
  sample boolean not null,
  check ((ended_on is null) = (ended_why = '')),
  unique (id, area)
);
comment on table notices.notice is '公示：一件的遮蔽内容，别的列一概没有';
comment on column notices.notice.id is '编号';
comment on column notices.notice.area is '区划';
comment on column notices.notice.case_file is '案卷，不公开';
comment on column notices.notice.form is '提交的标识：同一份只登一次';
comment on column notices.notice.masked_name is '遮去名的姓名，如 孙*';
comment on column notices.notice.village is '村（居）';
comment on column notices.notice.members is '人数';
comment on column notices.notice.benefit is '待遇种类';
comment on column notices.notice.fen is '金额（分）';
comment on column notices.notice.unit is '经办单位';
comment on column notices.notice.unit_phone is '经办单位的监督电话，座机';
comment on column notices.notice.level is '公示在哪里：SITE 市县网站，TOWNSHIP 乡镇屏幕，VILLAGE 村务公开栏';
comment on column notices.notice.posted_on is '公示起始日（不计）';
comment on column notices.notice.last_day is '公示最后一天';
comment on column notices.notice.posted_at is '登出时间';
comment on column notices.notice.digest is '公示内容的 SM3 摘要';
comment on column notices.notice.ended_on is '撤下的日期';
comment on column notices.notice.ended_why is '为什么撤下';
comment on column notices.notice.sample is '示例数据';
create index on notices.notice (area);
create index on notices.notice (case_file);
create index on notices.notice (last_day) where ended_on is null;

create table notices.objection (
  id bigint generated always as identity primary key,
  notice bigint not null,
  area text not null,
  said bytea not null,
  raised_at timestamptz not null,
  halted boolean not null,
  decided_at timestamptz,
  outcome text check (outcome in ('UPHELD', 'REJECTED')),
  reason text not null default '' check (length(reason) <= 1000),
  check ((decided_at is null) = (outcome is null) and (outcome is null) = (reason = '')),
  foreign key (notice, area) references notices.notice (id, area)
);
comment on table notices.objection is '异议：任何人都可以提';
comment on column notices.objection.id is '编号';
comment on column notices.objection.notice is '对哪一份公示';
comment on column notices.objection.area is '区划';
comment on column notices.objection.said is '异议内容和联系方式，已加密';
comment on column notices.objection.raised_at is '提出时间';
comment on column notices.objection.halted is '因它中止了案卷的时限';
comment on column notices.objection.decided_at is '处理时间';
comment on column notices.objection.outcome is '处理结果：UPHELD 成立，REJECTED 不成立';
comment on column notices.objection.reason is '处理理由';
create index on notices.objection (notice);
create index on notices.objection (area);

create table notices.proof (
  notice bigint not null,
  area text not null,
  document bigint not null,
  digest text not null check (length(digest) = 64),
  added_at timestamptz not null,
  primary key (notice, document),
  foreign key (notice, area) references notices.notice (id, area)
);
comment on table notices.proof is '张贴的证明：案卷里的照片';
comment on column notices.proof.notice is '公示';
comment on column notices.proof.area is '区划';
comment on column notices.proof.document is '案卷材料';
comment on column notices.proof.digest is '照片的 SM3 摘要';
comment on column notices.proof.added_at is '登记时间';
create index on notices.proof (area);

do $$
declare
  one text;
begin
  foreach one in array array['notice', 'objection', 'proof'] loop
    execute format('alter table notices.%I enable row level security', one);
    execute format('alter table notices.%I force row level security', one);
    execute format('create policy within_scope on notices.%I to zl_app using (access.in_scope(area)) with check (access.in_scope(area))', one);
    execute format('create policy owner_reads on notices.%I for select to zl_owner using (true)', one);
  end loop;
end
$$;

-- 所有人看得到的只有这些列；案卷、标识和异议不在里面。
create function notices.shown(on_day date)
  returns table (id bigint, area text, masked_name text, village text, members int, benefit text, fen bigint,
                 unit text, unit_phone text, level text, posted_on date, last_day date, digest text, sample boolean)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select n.id, n.area, n.masked_name, n.village, n.members, n.benefit, n.fen, n.unit, n.unit_phone, n.level,
         n.posted_on, n.last_day, encode(n.digest, 'hex'), n.sample
  from notices.notice n
  where n.ended_on is null and n.posted_on <= on_day
  order by n.id desc
$$;
comment on function notices.shown(date) is '某日在公示的，只有可以公开的列';
revoke all on function notices.shown(date) from public;
grant execute on function notices.shown(date) to zl_app;

grant select, insert on notices.notice, notices.objection, notices.proof to zl_app;
grant update (ended_on, ended_why) on notices.notice to zl_app;
grant update (said, decided_at, outcome, reason) on notices.objection to zl_app;
grant usage on sequence notices.objection_id_seq to zl_app;
