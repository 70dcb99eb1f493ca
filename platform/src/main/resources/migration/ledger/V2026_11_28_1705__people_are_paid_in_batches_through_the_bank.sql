create table ledger.reserve (
  area text not null,
  purpose text not null,
  quota bigint not null check (quota > 0),
  warn_below bigint not null check (warn_below between 0 and quota),
  set_at timestamptz not null,
  primary key (area, purpose)
);
comment on table ledger.reserve is '备用金：乡镇（街道）一种用途备多少，低于多少提醒';
comment on column ledger.reserve.area is '乡镇（街道）';
comment on column ledger.reserve.purpose is '用途';
comment on column ledger.reserve.quota is '定额（分）';
comment on column ledger.reserve.warn_below is '低于此数提醒补足（分）';
comment on column ledger.reserve.set_at is '设置时间';

create table ledger.payment_batch (
  id bigint generated always as identity primary key,
  key text not null unique check (length(key) between 1 and 150),
  area text not null,
  purpose text not null,
  month date not null check (extract(day from month) = 1),
  title text not null check (length(title) between 1 and 200),
  digest bytea not null check (length(digest) = 32),
  lines int not null check (lines >= 0),
  total bigint not null check (total >= 0),
  left_out int not null check (left_out >= 0),
  made_at timestamptz not null,
  charset text check (charset in ('UTF-8', 'GB18030')),
  file_digest bytea check (length(file_digest) = 32),
  exported_at timestamptz,
  sample boolean not null,
  check ((charset is null) = (exported_at is null) and (file_digest is null) = (exported_at is null)),
  unique (id, area)
);
comment on table ledger.payment_batch is '发放批次：一种用途一个月的一批付款';
comment on column ledger.payment_batch.id is '编号';
comment on column ledger.payment_batch.key is '调用方给的标识：同一标识只编一次';
comment on column ledger.payment_batch.area is '发放的区划';
comment on column ledger.payment_batch.purpose is '用途';
comment on column ledger.payment_batch.month is '发放月份（当月 1 日）';
comment on column ledger.payment_batch.title is '名称';
comment on column ledger.payment_batch.digest is '名单的 SM3 摘要';
comment on column ledger.payment_batch.lines is '列入发放的笔数';
comment on column ledger.payment_batch.total is '列入发放的合计（分）';
comment on column ledger.payment_batch.left_out is '没有列入的笔数';
comment on column ledger.payment_batch.made_at is '编制时间';
comment on column ledger.payment_batch.charset is '银行文件的编码，第一次导出时定下';
comment on column ledger.payment_batch.file_digest is '银行文件的 SM3 摘要：再导出必须一字不差';
comment on column ledger.payment_batch.exported_at is '第一次导出的时间';
comment on column ledger.payment_batch.sample is '示例数据';
create index on ledger.payment_batch (area, id);

create table ledger.payment (
  id bigint generated always as identity primary key,
  batch bigint not null,
  area text not null,
  position int not null check (position > 0),
  purpose text not null,
  month date not null,
  resident bigint not null,
  case_file bigint not null,
  amount bigint not null,
  payee bytea not null,
  state text not null check (state in ('READY', 'SENT', 'PAID', 'REFUSED', 'RETURNED', 'LEFT_OUT')),
  reason text not null default '' check (length(reason) <= 300),
  settled_on date,
  live boolean not null generated always as (state in ('READY', 'SENT', 'PAID')) stored,
  unique (batch, position),
  unique (id, area),
  check (amount > 0 or state = 'LEFT_OUT'),
  check ((settled_on is not null) = (state in ('PAID', 'REFUSED', 'RETURNED'))),
  foreign key (batch, area) references ledger.payment_batch (id, area)
);
comment on table ledger.payment is '一笔付款：给谁、为哪一件、哪个月、多少';
comment on column ledger.payment.id is '编号，银行文件和回盘用它对账';
comment on column ledger.payment.batch is '发放批次';
comment on column ledger.payment.area is '区划';
comment on column ledger.payment.position is '批内序号，从 1 起';
comment on column ledger.payment.purpose is '用途';
comment on column ledger.payment.month is '月份（当月 1 日）';
comment on column ledger.payment.resident is '居民编号';
comment on column ledger.payment.case_file is '案卷';
comment on column ledger.payment.amount is '金额（分）';
comment on column ledger.payment.payee is '户名、账号和开户行，已加密';
comment on column ledger.payment.state is '状态：READY 待导出，SENT 已交银行，PAID 已付，REFUSED 银行退回，RETURNED 付后退回，LEFT_OUT 未列入';
comment on column ledger.payment.reason is '退回或未列入的原因';
comment on column ledger.payment.settled_on is '银行办结日期';
comment on column ledger.payment.live is '还算数：同一件同一月只能有一笔';
create unique index paid_once on ledger.payment (purpose, case_file, month) where live;
create index on ledger.payment (area);
create index on ledger.payment (resident, id desc);
create index on ledger.payment (case_file, id desc);

-- 状态只往前走，别的列不变。
create function ledger.guard_payment() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.batch, new.area, new.position, new.purpose, new.month, new.resident, new.case_file, new.amount)
      = (old.id, old.batch, old.area, old.position, old.purpose, old.month, old.resident, old.case_file, old.amount)
    and (new.state = old.state
      or (old.state, new.state) in (('READY', 'SENT'), ('SENT', 'PAID'), ('SENT', 'REFUSED'), ('PAID', 'RETURNED'))) then
    return new;
  end if;
  raise exception 'ledger.payment: from % to %', old.state, case when tg_op = 'UPDATE' then new.state else 'gone' end
    using errcode = 'check_violation';
end
$$;
comment on function ledger.guard_payment() is '付款的状态只能从待导出到已交银行，再到已付或退回';
create trigger only_forward before update or delete on ledger.payment
  for each row execute function ledger.guard_payment();

create table ledger.payment_part (
  payment bigint not null,
  area text not null,
  position int not null,
  available bigint not null references ledger.account (id),
  payable bigint not null references ledger.account (id),
  paid bigint not null references ledger.account (id),
  amount bigint not null check (amount > 0),
  primary key (payment, position),
  foreign key (payment, area) references ledger.payment (id, area)
);
comment on table ledger.payment_part is '一笔付款由哪几级资金各出多少';
comment on column ledger.payment_part.payment is '付款';
comment on column ledger.payment_part.area is '区划';
comment on column ledger.payment_part.position is '序号';
comment on column ledger.payment_part.available is '从哪个可用账户出';
comment on column ledger.payment_part.payable is '在途账户';
comment on column ledger.payment_part.paid is '付讫记到哪个账户';
comment on column ledger.payment_part.amount is '金额（分）';
create index on ledger.payment_part (area);

create table ledger.bank_reply (
  id bigint generated always as identity primary key,
  batch bigint not null,
  area text not null,
  digest bytea not null check (length(digest) = 32),
  file_name text not null,
  rows int not null,
  paid int not null,
  refused int not null,
  faults int not null,
  missing int not null,
  read_at timestamptz not null,
  unique (batch, digest),
  unique (id, area),
  foreign key (batch, area) references ledger.payment_batch (id, area)
);
comment on table ledger.bank_reply is '银行回盘：读过的每一份';
comment on column ledger.bank_reply.id is '编号';
comment on column ledger.bank_reply.batch is '发放批次';
comment on column ledger.bank_reply.area is '区划';
comment on column ledger.bank_reply.digest is '文件的 SM3 摘要：同一份只入账一次';
comment on column ledger.bank_reply.file_name is '文件名';
comment on column ledger.bank_reply.rows is '数据行数';
comment on column ledger.bank_reply.paid is '入账为已付的';
comment on column ledger.bank_reply.refused is '入账为退回的';
comment on column ledger.bank_reply.faults is '没有入账的行';
comment on column ledger.bank_reply.missing is '读完以后银行还没有答复的笔数';
comment on column ledger.bank_reply.read_at is '读入时间';

create table ledger.bank_reply_fault (
  reply bigint not null,
  area text not null,
  position int not null,
  line int not null,
  payment text not null,
  said text not null,
  primary key (reply, position),
  foreign key (reply, area) references ledger.bank_reply (id, area)
);
comment on table ledger.bank_reply_fault is '回盘里没有入账的行和原因';
comment on column ledger.bank_reply_fault.reply is '哪一份回盘';
comment on column ledger.bank_reply_fault.area is '区划';
comment on column ledger.bank_reply_fault.position is '序号';
comment on column ledger.bank_reply_fault.line is '文件里的行号';
comment on column ledger.bank_reply_fault.payment is '该行写的付款编号';
comment on column ledger.bank_reply_fault.said is '原因和办法';

do $$
declare
  one text;
begin
  foreach one in array array['reserve', 'payment_batch', 'payment', 'payment_part', 'bank_reply', 'bank_reply_fault'] loop
    execute format('alter table ledger.%I enable row level security', one);
    execute format('alter table ledger.%I force row level security', one);
    execute format('create policy owner_reads on ledger.%I for select to zl_owner using (true)', one);
    if one <> 'payment' then
      execute format('create policy within_scope on ledger.%I to zl_app using (access.in_scope(area)) with check (access.in_scope(area))', one);
    end if;
  end loop;
end
$$;
-- 申请人凭回执看得到自己这一件的发放。
create policy within_scope on ledger.payment for select to zl_app
  using (access.in_scope(area) or case_file = access.own_case());
create policy added_within_scope on ledger.payment for insert to zl_app with check (access.in_scope(area));
create policy settled_within_scope on ledger.payment for update to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));

grant select, insert on ledger.payment_batch, ledger.payment, ledger.payment_part, ledger.bank_reply,
  ledger.bank_reply_fault, ledger.reserve to zl_app;
grant update (charset, file_digest, exported_at) on ledger.payment_batch to zl_app;
grant update (state, reason, settled_on, payee) on ledger.payment to zl_app;
grant update (quota, warn_below, set_at) on ledger.reserve to zl_app;
grant usage on sequence ledger.payment_id_seq to zl_app;
