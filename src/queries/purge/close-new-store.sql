checkpoint kept_store;
detach kept_store;
checkpoint;
