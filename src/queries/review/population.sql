select scope, id from population order by scope nulls first, id
