-- The rows of a table that stay, into the new store.
insert into kept_store.{{table}} by name select t.* from {{table}} t where coalesce(({{keep}}), true)
