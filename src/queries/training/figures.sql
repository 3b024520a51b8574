select (select count(*) from member) as members, (select count(*) from person) as persons, (select count(*) from contact) as contacts
