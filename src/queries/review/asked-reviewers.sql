-- Those whose nearness matters: everyone who reviews, and whoever says to be reviewing now.
create or replace temp table asked_reviewer (user_id varchar not null)
