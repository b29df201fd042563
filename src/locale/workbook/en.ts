/** What stands in workbooks besides the report's own words, in English. */
export const workbookInEnglish = {
  /** Names of sheets; those of views are `views`. */
  cover: 'Cover',
  runs: 'Runs',

  promises: 'Promises',
  objectives: 'Objectives',
  parties: 'Breaches by who answers for them',
  money: 'Money and points',
  sheets: 'Sheets',
  rows: 'Rows',
  id: 'ID',
  status: 'Status',
  reached: 'reached',
  missed: 'missed',
  nothing: 'nothing to measure',
  total: 'Total',
  page: (page: string, of: string): string => `Page ${page} of ${of}`,

  formulas: (sheets: string): string =>
    `Counts, shares and sums on this sheet are formulas over the sheets ${sheets}: filter or mend those, and the figures follow.`,
  runsLeftOut: (runs: string): string =>
    `${runs} runs are not listed because there are too many; the figures on this sheet are values, not formulas. All runs: slaudit evaluate -f csv`,
  rowsLeftOut: (sheet: string, rows: string, command: string): string =>
    `${rows} rows of the sheet ${sheet} are left out because there are too many; all of them: ${command}`,
  cut: (cells: string): string => `Texts that are longer than a cell can hold are cut in ${cells} cells and end with …`,

  /** Words of ours that stand in columns and nowhere else on a page. */
  values: {
    groupKind: { value: 'value' },
    bearer: {
      employee: 'employee',
      team: 'team',
      department: 'department',
      supplier: 'supplier',
      customer: 'customer',
    },
    decision: { excused: 'excused', upheld: 'appeal upheld', rejected: 'appeal rejected' },
    offDuty: { leave: 'on leave', shift: 'off shift', left: 'not employed' },
    grade: { error: 'error', warning: 'warning', note: 'note' },
    dueState: { overdue: 'overdue', due: 'due', paused: 'paused' },
    checkKind: { clock: 'promise', objective: 'objective', threshold: 'threshold' },
    stepRow: { step: 'step', time: 'time', run: 'run' },
    loadRow: {
      whole: 'whole',
      weekday: 'weekday',
      hour: 'hour',
      cell: 'hour of a weekday',
      special_day: 'special day',
      employee: 'employee',
      stand_out: 'run that stands out',
    },
    handOverRow: {
      tickets: 'tickets',
      pair: 'pair',
      employee: 'employee',
      used: 'used',
      late: 'late hand-over',
      breach: 'breach',
    },
    pauseRow: { employee: 'employee', pause: 'pause' },
    dayKind: { closed: 'closed', open: 'open' },
    saying: { breached: 'breached', met: 'met', nothing: 'says nothing' },
    state: {
      breached: 'breached',
      met: 'met',
      going: 'still going',
      undecided: 'undecided',
      cancelled: 'cancelled',
      'no-target': 'no target',
    },
    section: {
      tickets: 'tickets',
      clock: 'promise',
      objective: 'objective',
      group: 'group',
      why: 'reason',
      verdict: 'verdict',
      party: 'party',
      money_total: 'money in all',
      money: 'money',
      consequence: 'consequence',
    },
    unit: { percent: 'percent', seconds: 'seconds', count: 'count' },
    figureRow: { all: 'everything', group: 'group', score: 'score', ticket: 'ticket' },
  },
};
