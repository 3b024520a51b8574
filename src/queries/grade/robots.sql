-- Whose account is a robot's in a part of the span, where the register says otherwise of the whole: the row that holds at its
-- end may have begun after the part.
update period_lookup set is_robot = not is_robot
where is_robot <> (robot_logged or user_id in (select user_id from staff_member where robot))
