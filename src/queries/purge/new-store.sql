-- A new store beside this one, with the same tables and nothing in them.
attach {{path}} as kept_store;
copy from database {{database}} to kept_store (schema);
