-- Business numbers of tickets, counted per year: DB-2026-0012.
do
$$
begin
    for year in 2000..2100 loop
        execute format('create sequence es.ticket_number_%s as bigint cache 1', year);
    end loop;
end
$$;
