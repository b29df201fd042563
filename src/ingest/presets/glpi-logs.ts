import type { Preset } from './preset.ts';

// `id_search_option` is a number of GLPI's search options: 12 is the status, 3 the priority, 10 the urgency. Of a field that
// is a link the values are `name (id)`; the status is the bare number of CommonITILObject's constants.
export const glpiLogs: Preset = {
  title: 'GLPI: history of tickets, the table glpi_logs as CSV or JSON',
  sample: `id,itemtype,items_id,itemtype_link,linked_action,user_name,date_mod,id_search_option,old_value,new_value,old_id,new_id
9001,Ticket,4101,,20,Durand Alice (12),2026-07-06 09:00:00,0,,,,
9007,Ticket,4101,,0,Martin Paul (7),2026-07-06 10:00:00,12,1,4,,`,
  export: "From the database: `SELECT * FROM glpi_logs WHERE itemtype = 'Ticket'`.",
  traps: [
    'One table holds the history of everything: rows of another `itemtype` would be taken for tickets of the same number, so leave them out.',
    'Tickets are called by their id, without the space that `glpi` has between thousands.',
    'Who is assigned is written as a link that was added (`linked_action` 15), not as a change of a field: there is no holder here.',
    'The first row of a ticket is its creation: `start: {first: true}`.',
  ],
  sources: ['glpi-project/glpi: src/Log.php, src/CommonITILObject.php'],
  records: `
form: changes
ticket: items_id
at: date_mod
field: {column: id_search_option, values: {"12": status, "3": priority, "10": urgency}}
from: old_value
to: new_value
actor: user_name
sequence: id
fields:
  status: {column: status, values: {"1": new, "2": assigned, "3": planned, "4": pending, "5": solved, "6": closed}}
  urgency: {column: priority, values: {"6": major, "5": very high, "4": high, "3": medium, "2": low, "1": very low}}
`,
};
