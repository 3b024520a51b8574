update store_fact set value = $schema where name = 'schema'
