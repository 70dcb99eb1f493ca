create schema keys;
comment on schema keys is '密钥：数据密钥，都由主密钥加密后存放';
grant usage on schema keys to zl_app;

create table keys.data_key (
  id bigint generated always as identity primary key,
  purpose text not null check (purpose ~ '^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]{0,39}$'),
  algorithm text not null check (algorithm in ('SM4-GCM', 'HMAC-SM3', 'SM3withSM2')),
  wrapped bytea not null,
  wrapped_by text not null check (length(wrapped_by) > 0),
  open_part bytea,
  made_at timestamptz not null,
  retired_at timestamptz check (retired_at >= made_at),
  check ((algorithm = 'SM3withSM2') = (open_part is not null))
);
comment on table keys.data_key is '数据密钥：每种用途各有自己的密钥，由主密钥加密；主密钥不在库里';
comment on column keys.data_key.id is '编号，写在用它封存的每个值前面';
comment on column keys.data_key.purpose is '用途：模块.事项';
comment on column keys.data_key.algorithm is '算法';
comment on column keys.data_key.wrapped is '被主密钥加密的密钥';
comment on column keys.data_key.wrapped_by is '主密钥编号';
comment on column keys.data_key.open_part is '签名密钥的公开部分，供任何人验证';
comment on column keys.data_key.made_at is '生成时间';
comment on column keys.data_key.retired_at is '停用时间：已没有任何值用它封存';
create index on keys.data_key (purpose, algorithm, id desc);

grant select, insert on keys.data_key to zl_app;
grant update (wrapped, wrapped_by, retired_at) on keys.data_key to zl_app;
