-- A door that must be shut: an extension from the network or the disk.
install httpfs
