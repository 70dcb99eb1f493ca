create schema audit;
comment on schema audit is '审计：谁在什么岗位上做了什么，只增不改';
grant usage on schema audit to zl_app;

create table audit.stream (
  number smallint primary key check (number between 0 and 15),
  length bigint not null default 0 check (length >= 0),
  head bytea not null check (length(head) = 32)
) with (fillfactor = 10);
comment on table audit.stream is '审计链的链头：共 16 条链，同时办事的人不必互相等';
comment on column audit.stream.number is '链号';
comment on column audit.stream.length is '已有多少条';
comment on column audit.stream.head is '最后一条的摘要；还没有时是 32 个零字节';
insert into audit.stream (number, head)
  select n, decode(repeat('00', 32), 'hex') from generate_series(0, 15) n;

create table audit.entry (
  stream smallint not null references audit.stream (number),
  seq bigint not null check (seq > 0),
  previous bytea not null check (length(previous) = 32),
  digest bytea not null check (length(digest) = 32),
  canonical bytea not null,
  at timestamptz not null,
  actor bigint,
  actor_name text not null,
  post bigint,
  post_title text not null,
  area text not null,
  act text not null check (act ~ '^[A-Z][A-Z_]+$'),
  about text not null,
  purpose text not null,
  case_number text,
  subjects bigint[] not null,
  refused text,
  details bytea check (length(details) = 32),
  primary key (stream, seq)
);
comment on table audit.entry is '审计记录：只能增加，不能改、不能删';
comment on column audit.entry.stream is '链号';
comment on column audit.entry.seq is '链内序号，从 1 起不间断';
comment on column audit.entry.previous is '前一条的摘要';
comment on column audit.entry.digest is '本条规范字节的 SM3 摘要';
comment on column audit.entry.canonical is '规范字节：全部内容按固定写法排成；其余各列由它而来';
comment on column audit.entry.at is '时间';
comment on column audit.entry.actor is '人员编号；未登录或程序自身为空';
comment on column audit.entry.actor_name is '姓名，或“未登录”“程序”';
comment on column audit.entry.post is '岗位编号；没有岗位为空';
comment on column audit.entry.post_title is '岗位名称；程序自身则写做什么';
comment on column audit.entry.area is '岗位所管区划';
comment on column audit.entry.act is '行为';
comment on column audit.entry.about is '对象：对什么做的';
comment on column audit.entry.purpose is '目的';
comment on column audit.entry.case_number is '案号；与案件无关为空';
comment on column audit.entry.subjects is '涉及的个人编号：查看了谁的资料';
comment on column audit.entry.refused is '没有办成的原因；办成了为空';
comment on column audit.entry.details is '所附内容的 SM3 摘要';
create index on audit.entry (at desc, stream, seq);
create index on audit.entry (actor, at desc) where actor is not null;
create index on audit.entry (case_number) where case_number is not null;
create index on audit.entry (at desc) where refused is not null;
create index on audit.entry using gin (subjects) where subjects <> '{}';

create table audit.root (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  entries bigint not null check (entries > 0),
  previous bytea not null check (length(previous) = 32),
  digest bytea not null check (length(digest) = 32),
  canonical bytea not null,
  signature bytea not null
);
comment on table audit.root is '总根：定时把 16 条链的链头合成一个摘要，写进锚定文件并每日公布';
comment on column audit.root.number is '编号，从 1 起不间断';
comment on column audit.root.at is '时间';
comment on column audit.root.entries is '到此共有多少条记录';
comment on column audit.root.previous is '前一个总根的摘要';
comment on column audit.root.digest is '本总根规范字节的 SM3 摘要';
comment on column audit.root.canonical is '规范字节：编号、时间、前根、16 个链头和长度';
comment on column audit.root.signature is 'SM2 签名';
create index on audit.root (at desc);

-- Who reads says so in the same transaction; nothing said, nothing seen.
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy anybody_adds on audit.entry for insert to zl_app with check (true);
create policy auditors_read on audit.entry for select to zl_app
  using (current_setting('zl.audit', true) = 'everything'
         or (current_setting('zl.audit', true) = 'scope' and access.in_scope(area)));

-- Any free chain will do; one transaction stays on the chain it took first, so that two never wait for each other.
create function audit.take_stream(first smallint)
  returns table (number smallint, length bigint, head bytea)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  mine text := nullif(current_setting('zl.audit_stream', true), '');
begin
  if mine is null then
    select s.number, s.length, s.head into number, length, head
    from audit.stream s order by (s.number - first + 16) % 16 limit 1
    for update skip locked;
  end if;
  if number is null then
    select s.number, s.length, s.head into number, length, head
    from audit.stream s where s.number = coalesce(mine::smallint, first)
    for update;
  end if;
  perform set_config('zl.audit_stream', number::text, true);
  return next;
end
$$;
comment on function audit.take_stream(smallint) is '占用一条空闲的链到本事务结束，答它的链头';
revoke all on function audit.take_stream(smallint) from public;
grant execute on function audit.take_stream(smallint) to zl_app;

create function audit.move_head() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update audit.stream set length = new.seq, head = new.digest
  where stream.number = new.stream and stream.length = new.seq - 1 and stream.head = new.previous;
  if not found then
    raise exception 'audit.entry %.% does not follow the head of its stream', new.stream, new.seq;
  end if;
  return null;
end
$$;
comment on function audit.move_head() is '新记录必须接在链头之后';
revoke all on function audit.move_head() from public;
create trigger follows_the_head after insert on audit.entry
  for each row execute function audit.move_head();

create function audit.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;
comment on function audit.refuse_change() is '审计记录不能改、不能删';
create trigger nothing_changes before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger nothing_is_emptied before truncate on audit.entry
  for each statement execute function audit.refuse_change();
create trigger nothing_changes before update or delete on audit.root
  for each row execute function audit.refuse_change();
create trigger nothing_is_emptied before truncate on audit.root
  for each statement execute function audit.refuse_change();

grant select on audit.stream to zl_app;
grant select, insert on audit.entry, audit.root to zl_app;
