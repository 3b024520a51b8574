-- A door that must be shut: a file that no command has named.
select size from read_blob($path)
