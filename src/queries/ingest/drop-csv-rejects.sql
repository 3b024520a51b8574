drop table if exists reject_errors;
drop table if exists reject_scans;
