create table exchange.chain (
  source text primary key references exchange.source (slug),
  length bigint not null default 0 check (length >= 0),
  head bytea not null default decode(repeat('00', 32), 'hex') check (length(head) = 32)
) with (fillfactor = 10);
comment on table exchange.chain is '每个数据源一条链的链头：查询和答复依次相连';
comment on column exchange.chain.source is '数据源';
comment on column exchange.chain.length is '已有多少条';
comment on column exchange.chain.head is '最后一条的摘要；还没有时是 32 个零字节';

create sequence exchange.message_id;

create table exchange.enquiry (
  id bigint primary key,
  source text not null references exchange.chain (source),
  seq bigint not null check (seq > 0),
  previous bytea not null check (length(previous) = 32),
  digest bytea not null check (length(digest) = 32),
  asked_at timestamptz not null,
  area text not null,
  case_file bigint not null check (case_file > 0),
  case_number text not null,
  resident bigint not null check (resident > 0),
  purpose text not null references exchange.legal_purpose (slug),
  agreement bigint not null references exchange.agreement (id),
  authorised_by bigint references exchange.authorisation (id),
  person bigint not null,
  person_name text not null,
  post bigint not null,
  post_title text not null,
  request_digest bytea not null check (length(request_digest) = 32),
  unique (source, seq)
);
comment on table exchange.enquiry is '查询：发出以前先记下，只增不改';
comment on column exchange.enquiry.id is '编号';
comment on column exchange.enquiry.source is '数据源';
comment on column exchange.enquiry.seq is '在该数据源链上的序号，从 1 起不间断';
comment on column exchange.enquiry.previous is '链上前一条的摘要';
comment on column exchange.enquiry.digest is '本条规范字节的 SM3 摘要';
comment on column exchange.enquiry.asked_at is '发出时间';
comment on column exchange.enquiry.area is '案件所在区划';
comment on column exchange.enquiry.case_file is '案件';
comment on column exchange.enquiry.case_number is '案号';
comment on column exchange.enquiry.resident is '查询谁';
comment on column exchange.enquiry.purpose is '法定目的';
comment on column exchange.enquiry.agreement is '所凭协议';
comment on column exchange.enquiry.authorised_by is '所凭授权；依法不须授权的为空';
comment on column exchange.enquiry.person is '查询人';
comment on column exchange.enquiry.person_name is '查询人姓名';
comment on column exchange.enquiry.post is '查询人岗位编号';
comment on column exchange.enquiry.post_title is '查询人岗位';
comment on column exchange.enquiry.request_digest is '请求报文的 SM3 摘要';
create index on exchange.enquiry (resident, asked_at desc);
create index on exchange.enquiry (case_file, asked_at desc);
create index on exchange.enquiry (person, asked_at desc);
create index on exchange.enquiry (asked_at desc);

create table exchange.answer (
  id bigint primary key,
  enquiry bigint not null references exchange.enquiry (id),
  source text not null references exchange.chain (source),
  seq bigint not null check (seq > 0),
  previous bytea not null check (length(previous) = 32),
  digest bytea not null check (length(digest) = 32),
  answered_at timestamptz not null,
  area text not null,
  case_file bigint not null,
  resident bigint not null,
  outcome text not null check (outcome in ('FOUND', 'NOT_THERE', 'UNAVAILABLE', 'STALE')),
  as_of date,
  reason text,
  explanation text not null check (length(explanation) <= 500),
  records int not null check (records >= 0),
  tries int not null check (tries >= 0),
  reply_digest bytea not null check (length(reply_digest) = 32),
  letter_number text,
  letter_on date,
  letter_digest text check (letter_digest ~ '^[0-9a-f]{64}$'),
  entered_by bigint,
  entered_name text,
  unique (source, seq),
  check ((outcome = 'UNAVAILABLE') = (reason is not null)),
  check ((outcome = 'UNAVAILABLE') = (as_of is null)),
  check ((letter_number is null) = (letter_digest is null)
     and (letter_number is null) = (letter_on is null)
     and (letter_number is null) = (entered_by is null)
     and (letter_number is null) = (entered_name is null))
);
comment on table exchange.answer is '答复：一次查询可以先没有答上，后来凭复函登记；只增不改';
comment on column exchange.answer.id is '编号';
comment on column exchange.answer.enquiry is '所答的查询';
comment on column exchange.answer.source is '数据源';
comment on column exchange.answer.seq is '在该数据源链上的序号，与查询连续编号';
comment on column exchange.answer.previous is '链上前一条的摘要';
comment on column exchange.answer.digest is '本条规范字节的 SM3 摘要';
comment on column exchange.answer.answered_at is '答复时间';
comment on column exchange.answer.area is '案件所在区划';
comment on column exchange.answer.case_file is '案件';
comment on column exchange.answer.resident is '查询谁';
comment on column exchange.answer.outcome is '结果：有、无、未答复、过期';
comment on column exchange.answer.as_of is '数据截至哪一天；未答复为空';
comment on column exchange.answer.reason is '未答复的原因类别';
comment on column exchange.answer.explanation is '未答复的说明';
comment on column exchange.answer.records is '几条记录';
comment on column exchange.answer.tries is '问了几次';
comment on column exchange.answer.reply_digest is '答复报文的 SM3 摘要';
comment on column exchange.answer.letter_number is '复函文号；接口答复为空';
comment on column exchange.answer.letter_on is '复函日期；接口答复为空';
comment on column exchange.answer.letter_digest is '复函原件的 SM3 摘要；接口答复为空';
comment on column exchange.answer.entered_by is '凭复函登记的人；接口答复为空';
comment on column exchange.answer.entered_name is '凭复函登记的人姓名；接口答复为空';
create index on exchange.answer (enquiry, id desc);
create index on exchange.answer (case_file);

create table exchange.body (
  id bigint generated always as identity primary key,
  enquiry bigint not null references exchange.enquiry (id),
  answer bigint unique references exchange.answer (id),
  area text not null,
  case_file bigint not null,
  sealed bytea not null,
  kept_since timestamptz not null
);
comment on table exchange.body is '请求和答复的报文，加密封存；按保存期限删除后链上的摘要仍在';
comment on column exchange.body.id is '编号';
comment on column exchange.body.enquiry is '哪次查询';
comment on column exchange.body.answer is '哪份答复；请求报文为空';
comment on column exchange.body.area is '案件所在区划';
comment on column exchange.body.case_file is '案件';
comment on column exchange.body.sealed is '报文，以 SM4 封存';
comment on column exchange.body.kept_since is '从何时起保存';
create unique index on exchange.body (enquiry) where answer is null;
create index on exchange.body (enquiry);
create index on exchange.body (kept_since);

create table exchange.look (
  id bigint generated always as identity primary key,
  enquiry bigint not null references exchange.enquiry (id),
  area text not null,
  case_file bigint not null,
  resident bigint not null,
  looked_at timestamptz not null,
  person bigint not null,
  person_name text not null,
  post_title text not null,
  why text not null check (length(why) between 1 and 200)
);
comment on table exchange.look is '查看：谁又打开了已有的答复；只增不改';
comment on column exchange.look.id is '编号';
comment on column exchange.look.enquiry is '哪次查询的答复';
comment on column exchange.look.area is '案件所在区划';
comment on column exchange.look.case_file is '案件';
comment on column exchange.look.resident is '看了谁的资料';
comment on column exchange.look.looked_at is '时间';
comment on column exchange.look.person is '查看人';
comment on column exchange.look.person_name is '查看人姓名';
comment on column exchange.look.post_title is '查看人岗位';
comment on column exchange.look.why is '为什么看';
create index on exchange.look (resident, looked_at desc);
create index on exchange.look (case_file);

create table exchange.disclosure_delay (
  id bigint generated always as identity primary key,
  resident bigint not null check (resident > 0),
  case_file bigint not null check (case_file > 0),
  area text not null,
  clause text not null check (length(clause) between 1 and 200),
  ground text not null check (length(ground) between 1 and 500),
  until_day date not null,
  entered_by bigint not null,
  entered_name text not null,
  entered_at timestamptz not null
);
comment on table exchange.disclosure_delay is '推迟告知：调查需要时，到期以前居民看不到这件案件的查询记录';
comment on column exchange.disclosure_delay.id is '编号';
comment on column exchange.disclosure_delay.resident is '居民';
comment on column exchange.disclosure_delay.case_file is '案件';
comment on column exchange.disclosure_delay.area is '区划';
comment on column exchange.disclosure_delay.clause is '依据的条款';
comment on column exchange.disclosure_delay.ground is '理由';
comment on column exchange.disclosure_delay.until_day is '从何日起可以看到';
comment on column exchange.disclosure_delay.entered_by is '登记人';
comment on column exchange.disclosure_delay.entered_name is '登记人姓名';
comment on column exchange.disclosure_delay.entered_at is '登记时间';
create index on exchange.disclosure_delay (resident);
create index on exchange.disclosure_delay (case_file);

create table exchange.health (
  source text primary key references exchange.source (slug),
  failures int not null default 0 check (failures >= 0),
  opened_at timestamptz,
  probing_since timestamptz,
  last_failure_at timestamptz,
  last_failure text not null default '',
  last_answer_at timestamptz
);
comment on table exchange.health is '数据源的状况：连着失败几次、是否暂停查询';
comment on column exchange.health.source is '数据源';
comment on column exchange.health.failures is '连续失败次数';
comment on column exchange.health.opened_at is '何时暂停查询；没有暂停为空';
comment on column exchange.health.probing_since is '何时放出一次试探；没有为空';
comment on column exchange.health.last_failure_at is '最近一次失败';
comment on column exchange.health.last_failure is '最近一次失败的原因';
comment on column exchange.health.last_answer_at is '最近一次答复';

create table exchange.file_load (
  id bigint generated always as identity primary key,
  source text not null references exchange.source (slug),
  file text not null check (length(file) <= 200),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  as_of date not null,
  good_rows int not null check (good_rows >= 0),
  rejected_rows int not null check (rejected_rows >= 0),
  read_at timestamptz not null,
  unique (source, digest)
);
comment on table exchange.file_load is '读入的交换文件：好的几行、退回几行';
comment on column exchange.file_load.id is '编号';
comment on column exchange.file_load.source is '数据源';
comment on column exchange.file_load.file is '文件名';
comment on column exchange.file_load.digest is '文件的 SM3 摘要';
comment on column exchange.file_load.as_of is '数据截至哪一天';
comment on column exchange.file_load.good_rows is '可用行数';
comment on column exchange.file_load.rejected_rows is '退回行数';
comment on column exchange.file_load.read_at is '读入时间';

do $$
declare
  t text;
begin
  foreach t in array array['enquiry', 'answer', 'body', 'look', 'disclosure_delay'] loop
    execute format('alter table exchange.%I enable row level security', t);
    execute format('alter table exchange.%I force row level security', t);
    execute format('create policy reads_scope_or_own_case on exchange.%I for select to zl_app'
      ' using (access.in_scope(area) or case_file = access.own_case())', t);
    execute format('create policy adds_within_scope on exchange.%I for insert to zl_app'
      ' with check (access.in_scope(area))', t);
    execute format('create policy owner_reads on exchange.%I for select to zl_owner using (true)', t);
  end loop;
end
$$;
-- A body is sealed anew when keys change, and nothing else about it changes.
create policy seals_anew on exchange.body for update to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_removes on exchange.body for delete to zl_owner using (true);

create function exchange.take_chain(which text) returns table (length bigint, head bytea)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return query select c.length, c.head from exchange.chain c where c.source = which for update;
end
$$;
comment on function exchange.take_chain(text) is '占用一个数据源的链到本事务结束，答它的链头';
revoke all on function exchange.take_chain(text) from public;
grant execute on function exchange.take_chain(text) to zl_app;

create function exchange.move_head() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update exchange.chain c set length = new.seq, head = new.digest
  where c.source = new.source and c.length = new.seq - 1 and c.head = new.previous;
  if not found then
    raise exception 'exchange %.% does not follow the head of its chain', new.source, new.seq;
  end if;
  return null;
end
$$;
comment on function exchange.move_head() is '新的一条必须接在链头之后';
revoke all on function exchange.move_head() from public;
create trigger follows_the_head after insert on exchange.enquiry
  for each row execute function exchange.move_head();
create trigger follows_the_head after insert on exchange.answer
  for each row execute function exchange.move_head();

create function exchange.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;
comment on function exchange.refuse_change() is '只能增加，不能改、不能删';
do $$
declare
  t text;
begin
  foreach t in array array['enquiry', 'answer', 'look', 'disclosure_delay', 'agreement', 'agreement_end',
                           'authorisation', 'authorisation_end'] loop
    execute format('create trigger nothing_changes before update or delete on exchange.%I'
      ' for each row execute function exchange.refuse_change()', t);
    execute format('create trigger nothing_is_emptied before truncate on exchange.%I'
      ' for each statement execute function exchange.refuse_change()', t);
  end loop;
end
$$;

-- Bodies go when their time is over; the digests in the chain stay.
create function exchange.remove_bodies(before timestamptz) returns bigint
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  with removed as (delete from exchange.body where kept_since < before returning 1)
  select count(*) from removed
$$;
comment on function exchange.remove_bodies(timestamptz) is '删除保存期满的报文';
revoke all on function exchange.remove_bodies(timestamptz) from public;
grant execute on function exchange.remove_bodies(timestamptz) to zl_app;
create function exchange.count_bodies(before timestamptz) returns bigint
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select count(*) from exchange.body where kept_since < before
$$;
comment on function exchange.count_bodies(timestamptz) is '保存期满的报文有多少';
revoke all on function exchange.count_bodies(timestamptz) from public;
grant execute on function exchange.count_bodies(timestamptz) to zl_app;

grant select, insert on exchange.chain to zl_app;
grant usage on sequence exchange.message_id to zl_app;
grant select, insert on exchange.enquiry, exchange.answer, exchange.body, exchange.look,
  exchange.disclosure_delay, exchange.file_load to zl_app;
grant update (sealed) on exchange.body to zl_app;
grant select, insert, update on exchange.health to zl_app;
