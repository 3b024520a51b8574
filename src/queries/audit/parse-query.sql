-- A query taken apart, without running it; anything but SELECT is an error.
select json_serialize_sql($sql::varchar)::varchar as parsed
