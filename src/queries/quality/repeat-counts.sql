select source_system, sum(repeats) as repeats from quality_repeat group by source_system order by source_system
