create schema ledger;
comment on schema ledger is '台账：资金和各种额度，一出一进，只增不改';
grant usage on schema ledger to zl_app;

create table ledger.asset (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text not null,
  unit text not null
);
comment on table ledger.asset is '记在台账上的东西：资金，以后还有土地、能耗等额度；每种只有一个最小单位';
comment on column ledger.asset.code is '代码';
comment on column ledger.asset.name is '名称';
comment on column ledger.asset.unit is '最小单位';
insert into ledger.asset (code, name, unit) values ('money', '资金', 'fen');

create table ledger.account (
  id bigint generated always as identity primary key,
  asset text not null references ledger.asset (code),
  area text not null,
  owner_kind text not null check (owner_kind in ('OUTSIDE', 'ORGANISATION', 'AREA', 'RESERVE', 'PERSON')),
  owner text not null check (length(owner) between 1 and 100),
  purpose text not null check (length(purpose) between 1 and 100),
  level text not null check (level in ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP')),
  year int not null check (year between 2000 and 2200),
  pot text not null check (pot in ('SOURCE', 'AVAILABLE', 'HELD', 'PAYABLE', 'PAID')),
  floor bigint generated always as (case when pot = 'SOURCE' then null else 0 end) stored,
  opened_at timestamptz not null,
  unique (asset, area, owner_kind, owner, purpose, level, year, pot),
  unique (id, asset, area)
);
comment on table ledger.account is '账户：谁的、做什么用、哪一级的钱、哪一年、处在哪一步';
comment on column ledger.account.id is '编号';
comment on column ledger.account.asset is '记的是什么';
comment on column ledger.account.area is '管这个账户的区划';
comment on column ledger.account.owner_kind is '户主类别：OUTSIDE 外部来源，ORGANISATION 单位，AREA 区划，RESERVE 备用金，PERSON 应付个人';
comment on column ledger.account.owner is '户主：单位标识、区划代码或居民编号';
comment on column ledger.account.purpose is '用途';
comment on column ledger.account.level is '资金来源级次';
comment on column ledger.account.year is '预算年度';
comment on column ledger.account.pot is '处在哪一步：SOURCE 来源，AVAILABLE 可用，HELD 占用，PAYABLE 应付在途，PAID 已付';
comment on column ledger.account.floor is '余额下限；来源账户没有下限';
comment on column ledger.account.opened_at is '开户时间';
create index on ledger.account (area);
create index on ledger.account (owner_kind, owner);

create table ledger.balance (
  account bigint primary key references ledger.account (id),
  area text not null,
  floor bigint,
  amount bigint not null default 0,
  moves bigint not null default 0,
  constraint not_below_the_floor check (amount >= floor)
) with (fillfactor = 50);
comment on table ledger.balance is '余额：在记账的同一事务里由库自己算，程序不能写';
comment on column ledger.balance.account is '账户';
comment on column ledger.balance.area is '区划';
comment on column ledger.balance.floor is '余额下限';
comment on column ledger.balance.amount is '余额（最小单位）';
comment on column ledger.balance.moves is '发生过多少笔';

create table ledger.total (
  asset text not null,
  area text not null,
  owner_kind text not null,
  purpose text not null,
  level text not null,
  year int not null,
  pot text not null,
  amount bigint not null default 0,
  moves bigint not null default 0,
  primary key (area, year, asset, owner_kind, purpose, level, pot)
) with (fillfactor = 50);
comment on table ledger.total is '汇总：同一区划、年度、用途、级次和步骤的账户合计，随记账更新';
comment on column ledger.total.asset is '记的是什么';
comment on column ledger.total.area is '区划';
comment on column ledger.total.owner_kind is '户主类别';
comment on column ledger.total.purpose is '用途';
comment on column ledger.total.level is '资金来源级次';
comment on column ledger.total.year is '预算年度';
comment on column ledger.total.pot is '处在哪一步';
comment on column ledger.total.amount is '合计（最小单位）';
comment on column ledger.total.moves is '发生过多少笔';

create table ledger.batch (
  id bigint generated always as identity primary key,
  key text not null unique check (length(key) between 1 and 200),
  area text not null,
  about text not null check (length(about) between 1 and 300),
  digest bytea not null check (length(digest) = 32),
  entries int not null check (entries > 0),
  rejected int not null check (rejected between 0 and entries),
  day date not null,
  posted_at timestamptz not null
);
comment on table ledger.batch is '记账批次：一次提交的全部分录和它们的摘要';
comment on column ledger.batch.id is '编号';
comment on column ledger.batch.key is '调用方给的标识：同一标识只记一次';
comment on column ledger.batch.area is '记账人的区划';
comment on column ledger.batch.about is '事由';
comment on column ledger.batch.digest is '全部分录的 SM3 摘要';
comment on column ledger.batch.entries is '分录数';
comment on column ledger.batch.rejected is '其中没有记上的';
comment on column ledger.batch.day is '业务日期';
comment on column ledger.batch.posted_at is '记账时间';
create index on ledger.batch (area);

create table ledger.rejection (
  batch bigint not null references ledger.batch (id),
  position int not null,
  area text not null,
  entry text not null,
  reason text not null,
  said text not null,
  primary key (batch, position)
);
comment on table ledger.rejection is '没有记上的分录和原因；同批的其他分录照记';
comment on column ledger.rejection.batch is '批次';
comment on column ledger.rejection.position is '在批次里的序号，从 1 起';
comment on column ledger.rejection.area is '区划';
comment on column ledger.rejection.entry is '分录标识';
comment on column ledger.rejection.reason is '原因类别';
comment on column ledger.rejection.said is '原因说明';
create index on ledger.rejection (area);

create table ledger.hold (
  key text primary key,
  area text not null,
  from_account bigint not null,
  held_account bigint not null,
  amount bigint not null check (amount > 0),
  open_amount bigint not null check (open_amount between 0 and amount),
  until date not null,
  case_file bigint
);
comment on table ledger.hold is '占用：先占住，再支付、释放或到期退回；由库随分录登记';
comment on column ledger.hold.key is '占用分录的标识';
comment on column ledger.hold.area is '区划';
comment on column ledger.hold.from_account is '从哪个可用账户占的';
comment on column ledger.hold.held_account is '占在哪个账户';
comment on column ledger.hold.amount is '占用额（最小单位）';
comment on column ledger.hold.open_amount is '还占着的';
comment on column ledger.hold.until is '占用到哪一天（含）';
comment on column ledger.hold.case_file is '为哪一件';
create index on ledger.hold (until) where open_amount > 0;
create index on ledger.hold (case_file) where case_file is not null;

create table ledger.transfer (
  id bigint generated always as identity primary key,
  batch bigint not null references ledger.batch (id),
  entry text not null check (length(entry) between 1 and 200),
  part smallint not null check (part > 0),
  content bytea not null check (length(content) = 32),
  movement text not null check (movement in (
    'APPROPRIATE', 'ALLOT', 'HOLD', 'SETTLE', 'RELEASE', 'EXPIRE', 'PAYMENT', 'PAID', 'RETURN', 'REPLENISH',
    'CARRY_OVER', 'REVERSAL')),
  asset text not null,
  from_account bigint not null,
  from_area text not null,
  to_account bigint not null,
  to_area text not null,
  amount bigint not null check (amount between 1 and 1000000000000000),
  from_after bigint not null,
  to_after bigint not null,
  about text not null check (length(about) between 1 and 300),
  case_file bigint,
  hold text check ((hold is not null) = (movement in ('HOLD', 'SETTLE', 'RELEASE', 'EXPIRE'))),
  until date check ((until is not null) = (movement = 'HOLD')),
  reverses bigint unique references ledger.transfer (id) check ((reverses is not null) = (movement = 'REVERSAL')),
  day date not null,
  unique (entry, part),
  constraint two_accounts check (from_account <> to_account),
  foreign key (from_account, asset, from_area) references ledger.account (id, asset, area),
  foreign key (to_account, asset, to_area) references ledger.account (id, asset, area)
);
comment on table ledger.transfer is '流水：一行就是一出一进，同一资产、同一数额，所以总账恒平；只增不改';
comment on column ledger.transfer.id is '编号，同一账户的先后次序';
comment on column ledger.transfer.batch is '批次';
comment on column ledger.transfer.entry is '分录标识：同一标识只记一次';
comment on column ledger.transfer.part is '分录里的第几笔；一个分录的各笔同记同不记';
comment on column ledger.transfer.content is '分录内容的 SM3 摘要';
comment on column ledger.transfer.movement is '业务：下达、调剂、占用、支用、释放、到期、列入发放、已付、退回、补足、结转、冲正';
comment on column ledger.transfer.asset is '记的是什么';
comment on column ledger.transfer.from_account is '出账账户';
comment on column ledger.transfer.from_area is '出账账户的区划';
comment on column ledger.transfer.to_account is '入账账户';
comment on column ledger.transfer.to_area is '入账账户的区划';
comment on column ledger.transfer.amount is '数额（最小单位）';
comment on column ledger.transfer.from_after is '出账账户此笔后的余额';
comment on column ledger.transfer.to_after is '入账账户此笔后的余额';
comment on column ledger.transfer.about is '摘要';
comment on column ledger.transfer.case_file is '为哪一件';
comment on column ledger.transfer.hold is '属于哪一笔占用';
comment on column ledger.transfer.until is '占用到哪一天（含）';
comment on column ledger.transfer.reverses is '冲正的是哪一笔；一笔只能冲正一次';
comment on column ledger.transfer.day is '业务日期';
create index on ledger.transfer (from_account, id);
create index on ledger.transfer (to_account, id);
create index on ledger.transfer (case_file) where case_file is not null;
create index on ledger.transfer (batch);

-- 余额、汇总和占用只有这一处写：随流水、同一事务、按账户编号的次序上锁。
create function ledger.roll_up() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select 1 from added a join ledger.account f on f.id = a.from_account
    where f.pot = 'HELD' and a.movement not in ('SETTLE', 'RELEASE', 'EXPIRE')
    union all
    select 1 from added a join ledger.account t on t.id = a.to_account
    where t.pot = 'HELD' and a.movement <> 'HOLD'
    union all
    select 1 from added a join ledger.account t on t.id = a.to_account
    where a.movement = 'HOLD' and (t.pot <> 'HELD' or a.hold <> a.entry)) then
    raise exception 'ledger.transfer: what is held moves by its hold alone' using errcode = 'check_violation';
  end if;

  perform 1 from ledger.balance b
  where b.account in (select from_account from added union select to_account from added)
  order by b.account for update;
  update ledger.balance b set amount = b.amount + d.change, moves = b.moves + d.moves
  from (
    select account, sum(change)::bigint as change, count(*) as moves
    from (select from_account as account, -amount as change from added
          union all select to_account, amount from added) leg
    group by account) d
  where b.account = d.account;

  perform 1 from ledger.total t
  where (t.area, t.year, t.asset, t.owner_kind, t.purpose, t.level, t.pot) in (
    select c.area, c.year, c.asset, c.owner_kind, c.purpose, c.level, c.pot from ledger.account c
    where c.id in (select from_account from added union select to_account from added))
  order by t.area, t.year, t.asset, t.owner_kind, t.purpose, t.level, t.pot for update;
  update ledger.total t set amount = t.amount + d.change, moves = t.moves + d.moves
  from (
    select c.area, c.year, c.asset, c.owner_kind, c.purpose, c.level, c.pot,
           sum(leg.change)::bigint as change, count(*) as moves
    from (select from_account as account, -amount as change from added
          union all select to_account, amount from added) leg
    join ledger.account c on c.id = leg.account
    group by c.area, c.year, c.asset, c.owner_kind, c.purpose, c.level, c.pot) d
  where (t.area, t.year, t.asset, t.owner_kind, t.purpose, t.level, t.pot)
      = (d.area, d.year, d.asset, d.owner_kind, d.purpose, d.level, d.pot);

  insert into ledger.hold (key, area, from_account, held_account, amount, open_amount, until, case_file)
  select entry, from_area, from_account, to_account, amount, amount, until, case_file
  from added where movement = 'HOLD';
  if exists (
    select 1 from added a left join ledger.hold h on h.key = a.hold and h.held_account = a.from_account
    where a.movement in ('SETTLE', 'RELEASE', 'EXPIRE')
      and (h.key is null or (a.movement <> 'SETTLE' and a.to_account <> h.from_account))) then
    raise exception 'ledger.transfer: no such hold on this account' using errcode = 'check_violation';
  end if;
  update ledger.hold h set open_amount = h.open_amount - d.used
  from (select hold, sum(amount)::bigint as used from added
        where movement in ('SETTLE', 'RELEASE', 'EXPIRE') group by hold) d
  where h.key = d.hold;
  return null;
end
$$;
comment on function ledger.roll_up() is '随流水更新余额、汇总和占用';
revoke all on function ledger.roll_up() from public;
create trigger rolls_up after insert on ledger.transfer
  referencing new table as added for each statement execute function ledger.roll_up();

create function ledger.begin_account() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into ledger.balance (account, area, floor) values (new.id, new.area, new.floor);
  insert into ledger.total (asset, area, owner_kind, purpose, level, year, pot)
  values (new.asset, new.area, new.owner_kind, new.purpose, new.level, new.year, new.pot)
  on conflict do nothing;
  return null;
end
$$;
comment on function ledger.begin_account() is '开户即有余额行和汇总行';
revoke all on function ledger.begin_account() from public;
create trigger begins after insert on ledger.account
  for each row execute function ledger.begin_account();

create function ledger.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;
comment on function ledger.refuse_change() is '流水、批次和账户不能改、不能删，错了另作冲正';
create trigger nothing_changes before update or delete on ledger.transfer
  for each row execute function ledger.refuse_change();
create trigger nothing_is_emptied before truncate on ledger.transfer
  for each statement execute function ledger.refuse_change();
create trigger nothing_changes before update or delete on ledger.batch
  for each row execute function ledger.refuse_change();
create trigger nothing_changes before update or delete on ledger.account
  for each row execute function ledger.refuse_change();

-- 上锁和写流水各有一个窄门：只认当前岗位范围内的账户。
create function ledger.lock_accounts(ids bigint[])
  returns table (id bigint, asset text, pot text, floor bigint, amount bigint)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  mine bigint[];
begin
  select array_agg(c.id) into mine from ledger.account c
  where c.id = any (ids)
    and c.area in (select d.area from (select distinct o.area from ledger.account o where o.id = any (ids)) d
                   where access.in_scope(d.area));
  perform 1 from ledger.balance b where b.account = any (mine) order by b.account for update;
  return query
    select c.id, c.asset, c.pot, b.floor, b.amount
    from ledger.account c join ledger.balance b on b.account = c.id where c.id = any (mine);
end
$$;
comment on function ledger.lock_accounts(bigint[]) is '按编号次序锁住账户到本事务结束，答范围内的账户和余额';
revoke all on function ledger.lock_accounts(bigint[]) from public;
grant execute on function ledger.lock_accounts(bigint[]) to zl_app;

create function ledger.write_transfers(
    of_batch bigint, on_day date, entries text[], parts int[], contents text[], movements text[],
    froms bigint[], tos bigint[], amounts bigint[], froms_after bigint[], tos_after bigint[],
    abouts text[], cases bigint[], holds text[], untils date[], reversed bigint[])
  returns bigint
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  written bigint;
begin
  if exists (
    select 1 from (select distinct c.area from ledger.account c where c.id = any (froms || tos)) d
    where not access.in_scope(d.area)) then
    raise exception 'ledger.write_transfers: an account outside of the scope' using errcode = 'insufficient_privilege';
  end if;
  insert into ledger.transfer
    (batch, entry, part, content, movement, asset, from_account, from_area, to_account, to_area, amount,
     from_after, to_after, about, case_file, hold, until, reverses, day)
  select of_batch, n.entry, n.part, decode(n.content, 'hex'), n.movement, f.asset, f.id, f.area, t.id, t.area, n.amount,
         n.from_after, n.to_after, n.about, n.case_file, n.hold, n.until, n.reverses, on_day
  from unnest(entries, parts, contents, movements, froms, tos, amounts, froms_after, tos_after, abouts, cases,
              holds, untils, reversed) with ordinality
       as n (entry, part, content, movement, from_account, to_account, amount, from_after, to_after, about,
             case_file, hold, until, reverses, position)
  join ledger.account f on f.id = n.from_account
  join ledger.account t on t.id = n.to_account
  order by n.position;
  get diagnostics written = row_count;
  return written;
end
$$;
comment on function ledger.write_transfers(bigint, date, text[], int[], text[], text[], bigint[], bigint[], bigint[],
  bigint[], bigint[], text[], bigint[], text[], date[], bigint[]) is '写流水，答写了几笔；范围外的账户一笔也不写';
revoke all on function ledger.write_transfers(bigint, date, text[], int[], text[], text[], bigint[], bigint[], bigint[],
  bigint[], bigint[], text[], bigint[], text[], date[], bigint[]) from public;
grant execute on function ledger.write_transfers(bigint, date, text[], int[], text[], text[], bigint[], bigint[], bigint[],
  bigint[], bigint[], text[], bigint[], text[], date[], bigint[]) to zl_app;

do $$
declare
  one text;
begin
  foreach one in array array['account', 'balance', 'total', 'batch', 'rejection', 'hold', 'transfer'] loop
    execute format('alter table ledger.%I enable row level security', one);
    execute format('alter table ledger.%I force row level security', one);
  end loop;
  foreach one in array array['account', 'batch', 'rejection'] loop
    execute format('create policy within_scope on ledger.%I to zl_app using (access.in_scope(area)) with check (access.in_scope(area))', one);
    execute format('create policy owner_reads on ledger.%I for select to zl_owner using (true)', one);
  end loop;
  foreach one in array array['balance', 'total', 'hold'] loop
    execute format('create policy within_scope on ledger.%I for select to zl_app using (access.in_scope(area))', one);
    execute format('create policy owner_keeps on ledger.%I to zl_owner using (true) with check (true)', one);
  end loop;
end
$$;
create policy within_scope on ledger.transfer for select to zl_app
  using (access.in_scope(from_area) or access.in_scope(to_area));
create policy owner_reads on ledger.transfer for select to zl_owner using (true);
create policy owner_adds on ledger.transfer for insert to zl_owner with check (true);

grant select on ledger.asset, ledger.balance, ledger.total, ledger.hold, ledger.transfer to zl_app;
grant select, insert on ledger.account, ledger.batch, ledger.rejection to zl_app;
