select count(*) as views from list_view
