-- Who takes applications, handles, decides, verifies and pays.
alter table access.post drop constraint post_kind_check;
alter table access.post add constraint post_kind_check check (kind in (
  'ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR', 'GAZETTE_EDITOR', 'SUPERVISOR', 'REPORTER', 'LEADER',
  'CLERK', 'CASE_OFFICER', 'DECIDER', 'VERIFIER', 'TREASURER', 'PROGRAMME_OFFICER'));

-- A citizen has no area. Policies of tables that belong to a case may allow the one case of the running request.
create function access.own_case() returns bigint
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  select nullif(current_setting('zl.case', true), '')::bigint
$$;
comment on function access.own_case() is '申请人凭回执代码查看的那一件；没有时为空';
revoke all on function access.own_case() from public;
grant execute on function access.own_case() to zl_app;
