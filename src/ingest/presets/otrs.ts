import type { Preset } from './preset.ts';

// The statistic and the search name the same columns differently (`Close Time`, `Closed`). `SolutionTime` is left alone: it is the
// stamp of the closing in one version and the allowed seconds in another. `… InMin` are minutes of the SLA's working hours.
export const otrs: Preset = {
  title: 'OTRS, Znuny, OTOBO: tickets as CSV or XLSX, from a statistic or a search',
  sample: `Number;Ticket#;Title;Created;Close Time;Queue;State;Priority;Customer ID;Type;SLA;Agent/Owner;FirstResponse;FirstResponseInMin;SolutionInMin;First Lock
1;2026070610000017;Login fails;2026-07-06 09:00:00;2026-07-06 16:30:00;Support;closed successful;3 normal;ACME;Incident;Gold;jdoe;2026-07-06 09:40:00;40;450;2026-07-06 09:10:00`,
  export:
    'Reports → a dynamic statistic of the kind Ticketlist, with the columns above → run, format CSV; or Tickets → Search, result as CSV, its columns set by `Ticket::Frontend::AgentTicketSearch###SearchCSVData`.',
  languages: ['en', 'de'],
  traps: [
    'The delimiter is that of the user’s language: a semicolon in German.',
    'Some versions write a line with the name of the statistic above the header; it is passed over and told.',
    'The closing is the last one, and blank while a ticket that was closed is open again. For reopenings and pauses read `otrs-history`.',
    'FirstResponse stands only for tickets to which an SLA or queue promises a first response.',
    'Stamps of a search are in the zone of the system, those of a statistic in the one chosen for it.',
    'A spreadsheet shortens the 16 digits of a ticket number; keep the CSV as it is.',
  ],
  sources: [
    'znuny/Znuny: Kernel/System/Stats/Dynamic/TicketList.pm, Kernel/Modules/AgentTicketSearch.pm, Kernel/Language/de.pm',
    'https://doc.znuny.org/znuny/admin/index.html',
  ],
  records: `
form: tickets
ticket: {column: ["Ticket#", Ticket Number, TicketNumber, Ticketnummer]}
events:
  created: {column: [Created, Erstellt, Create Time, Erstellzeit], optional: false}
  accepted: {column: [First Lock, FirstLock]}
  responded: {column: [FirstResponse, First Response]}
  resolved: {column: [Close Time, Closed, Schließzeit]}
fields:
  status:
    column: [State, Status]
    values: {neu: new, offen: open, erfolgreich geschlossen: closed successful, erfolglos geschlossen: closed unsuccessful,
      warten zur Erinnerung: pending reminder, zusammengefasst: merged, entfernt: removed}
  urgency: {column: [Priority, Priorität], values: {1 very low: very low, 2 low: low, 3 normal: normal, 4 high: high, 5 very high: very high}}
  type: {column: [Type, Typ]}
  assignee: {column: [Agent/Owner, Agent/Besitzer, Owner, Besitzer]}
  department: Queue
  customer: {column: [Customer ID, CustomerID, Kundennummer]}
  sla: SLA
`,
};
