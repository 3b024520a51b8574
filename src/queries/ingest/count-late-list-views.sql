select count(*) as views from late_list_view
