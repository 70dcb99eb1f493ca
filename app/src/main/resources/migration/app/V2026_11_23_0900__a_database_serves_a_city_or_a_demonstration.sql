create schema app;
comment on schema app is '程序自身';

create table app.purpose (
  one_row boolean primary key default true check (one_row),
  demonstration boolean not null
);
comment on table app.purpose is '这个库是办公用还是演示用，第一次启动时定下，以后不能混用';
comment on column app.purpose.one_row is '只有一行';
comment on column app.purpose.demonstration is '演示用';
