-- A corrected gazette prints the events of the first one again.
create or replace view clauses.current_chronicle with (security_invoker = true) as
  select e.* from clauses.chronicle_entry e
  join clauses.import i on i.id = e.import
  where (not i.sample
         or not exists (select 1 from clauses.chronicle_entry re
                        join clauses.import r on r.id = re.import where not r.sample))
    and not exists (select 1 from clauses.chronicle_entry f
                    join clauses.import o on o.id = f.import
                    where o.sample = i.sample
                      and f.first_day = e.first_day and f.last_day = e.last_day and f.body = e.body
                      and (f.import, f.position) < (e.import, e.position));
comment on view clauses.current_chronicle is '大事记；同一事件只列一次；有了正式公报，示例就不再列出';
