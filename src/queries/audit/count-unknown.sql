select cause, count(*) as lookups from assessment where flagged is null group by cause order by cause
