-- What an instance has picked it works on only while it gives signs of life: without them the administrator read 'running'
-- of what a killed one had left.
grant select (last_heartbeat) on scheduled_tasks to side_ministry;
