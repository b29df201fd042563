import type { Preset } from './preset.ts';

// Headers are the names of the search options in the user's language, `group - name` but for the main group. Older versions
// write small letters where GLPI 11 writes capitals.
export const glpi: Preset = {
  title: 'GLPI: tickets as CSV, XLSX or ODS',
  sample: `"ID";"Titre";"Statut";"Dernière modification";"Date d'ouverture";"Priorité";"Demandeur - Demandeur";"Attribué à - Technicien";"Attribué à - Groupe de techniciens";"Catégorie";"Type";"Temps de prise en charge";"Temps de résolution";"Date de résolution";"Date de clôture";"Statistiques - Délai en attente"
"4 101";"Imprimante en panne";"Clos";"2026-07-08 10:00";"2026-07-06 09:00";"Moyenne";"Durand Alice";"Martin Paul";"Support";"Matériel";"Incident";"2026-07-06 11:00";"2026-07-07 09:00";"2026-07-06 15:30";"2026-07-08 10:00";"1 heures 0 minutes"`,
  export:
    'Assistance → Tickets → search, with the columns below among those displayed (the wrench) → Export → CSV, all pages. The delimiter is the user’s preference, a semicolon at first.',
  languages: ['en', 'fr'],
  traps: [
    'Only displayed columns are exported: add the opening, resolution and closing dates, the status, the technician and the waiting time.',
    'Stamps are to the minute and in the order of the user’s preference (`yyyy-MM-dd`, `dd-MM-yyyy`, `MM-dd-yyyy`): a verdict that hangs on the seconds is undecided (S8) unless `records.time.assume` says otherwise.',
    'An id above 999 has a space between its thousands, as the export writes it: `4 101` is the ticket’s name in reports too.',
    'Several technicians stand in one cell, one a line: such a ticket is held by nobody on the roster.',
    '`Take into account time`, when the ticket was first acted on, is a length in the hours of the entity’s calendar. Only where there is none it is one on the wall, and can be read: `durations: {accepted: {column: Statistics - Take into account time, after: created}}`.',
    'The waiting time is a total that a clock can pause by: `pause: {total: paused}`. GLPI counts it in the hours of the ticket’s SLA calendar.',
  ],
  sources: [
    'glpi-project/glpi: src/CommonITILObject.php, src/Ticket.php, src/Glpi/Search/Output/Csv.php, locales/fr_FR.po',
  ],
  records: `
form: tickets
ticket: ID
events:
  created: {column: [Opening date, Opening Date, Date d'ouverture], optional: false}
  resolved: {column: [Resolution date, Resolution Date, Date de résolution]}
  closed: {column: [Closing date, Closing Date, Date de clôture]}
durations:
  paused: {column: [Statistics - Waiting time, Statistics - Waiting Time, Statistiques - Délai en attente], unit: text}
fields:
  status:
    column: [Status, Statut]
    values: {New: new, Processing (assigned): assigned, Processing (planned): planned, Pending: pending, Solved: solved, Closed: closed,
      Nouveau: new, En cours (Attribué): assigned, En cours (Planifié): planned, En attente: pending, Résolu: solved, Clos: closed}
  urgency:
    column: [Priority, Priorité]
    values: {Major: major, Very high: very high, High: high, Medium: medium, Low: low, Very low: very low,
      Majeure: major, Très haute: very high, Haute: high, Moyenne: medium, Basse: low, Très basse: very low}
  type: {column: Type, values: {Incident: incident, Request: request, Demande: request}}
  category: {column: [Category, Catégorie]}
  assignee: {column: [Assigned to - Technician, Assigned To - Technician, Attribué à - Technicien]}
  department: {column: [Assigned to - Technician group, Assigned To - Technician Group, Attribué à - Groupe de techniciens, Attribué à - Groupe d'attribution]}
  customer: {column: [Requester - Requester, Demandeur - Demandeur]}
  response_due: {column: [Time to own, Time to Own, Temps de prise en charge], time: true}
  resolution_due: {column: [Time to resolve, Time to Resolve, Temps de résolution], time: true}
`,
};
