insert into lookup from incoming_lookup
