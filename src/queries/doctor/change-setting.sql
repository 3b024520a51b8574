-- A door that must be shut: the setting that shuts the others.
set enable_external_access = true
