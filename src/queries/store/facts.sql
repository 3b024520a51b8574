select name, value from store_fact
