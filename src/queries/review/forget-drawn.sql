delete from drawn_one
