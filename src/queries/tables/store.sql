-- What this store is: the schema it was made with, and the workspace zone its local times are in.
create table store_fact (name varchar not null, value varchar not null);
insert into store_fact values ('schema', $schema), ('zone', $zone);
