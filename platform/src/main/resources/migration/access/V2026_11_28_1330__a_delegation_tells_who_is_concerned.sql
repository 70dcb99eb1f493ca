-- Whose names a page shows is recorded: the two people, not their names alone.
drop function access.delegations_of(bigint);
create function access.delegations_of(whose bigint)
  returns table (id bigint, title text, area_name text, lender text, lender_id bigint, delegate text, delegate_id bigint,
                 held_from date, held_to date, mine boolean)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select p.id, p.title, a.name, l.name, l.id, w.name, w.id, p.held_from, p.held_to, p.person = whose
  from access.post p
  join access.post o on o.id = p.lent_from
  join access.person l on l.id = o.person
  join access.person w on w.id = p.person
  join access.area a on a.code = p.area
  where whose in (p.person, o.person)
  order by p.held_from desc, p.id desc
$$;
comment on function access.delegations_of(bigint) is '某人委托出去的和代理别人的岗位';
revoke all on function access.delegations_of(bigint) from public;
grant execute on function access.delegations_of(bigint) to zl_app;
