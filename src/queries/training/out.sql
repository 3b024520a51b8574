set variable training_out = $path::varchar;
