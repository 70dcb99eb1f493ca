-- A corrected lead takes over the part of the city; areas and reports stay as they are.
grant update (unit) on supervision.assignment to zl_app;
