create schema field;
comment on schema field is '现场填写：交来的记录和照片，各收一次';
grant usage on schema field to zl_app;

create table field.record (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z-]+$'),
  subject text not null,
  area text not null,
  digest text not null check (length(digest) = 64),
  taken_at timestamptz not null,
  person bigint not null,
  received_at timestamptz not null,
  outcome text not null
);
comment on table field.record is '现场记录：内容在各专项里，这里只记收过哪一份';
comment on column field.record.id is '标识：手机开始填写时生成';
comment on column field.record.kind is '表的种类';
comment on column field.record.subject is '所办的事';
comment on column field.record.area is '区划';
comment on column field.record.digest is '交来内容的 SM3 摘要';
comment on column field.record.taken_at is '手机上填完的时间';
comment on column field.record.person is '交来的人';
comment on column field.record.received_at is '收到时间';
comment on column field.record.outcome is '办理结果一句话';

create table field.photo (
  record uuid not null,
  sha256 text not null check (length(sha256) = 64),
  document text not null,
  area text not null,
  person bigint not null,
  received_at timestamptz not null,
  primary key (record, sha256)
);
comment on table field.photo is '现场照片：先于记录传到';
comment on column field.photo.record is '所属记录';
comment on column field.photo.sha256 is '手机算出的 SHA-256 摘要';
comment on column field.photo.document is '存档文件的 SM3 摘要';
comment on column field.photo.area is '区划';
comment on column field.photo.person is '传来的人';
comment on column field.photo.received_at is '收到时间';

alter table field.record enable row level security;
alter table field.record force row level security;
create policy within_scope on field.record to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_reads on field.record for select to zl_owner using (true);

alter table field.photo enable row level security;
alter table field.photo force row level security;
create policy within_scope on field.photo to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_reads on field.photo for select to zl_owner using (true);

grant select, insert on field.record, field.photo to zl_app;
grant update (outcome) on field.record to zl_app;
