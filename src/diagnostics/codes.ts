/** How grave: an error makes the result impossible, a warning may change a figure, a note only tells. */
export type Severity = 'error' | 'warning' | 'note';

/** Every diagnostic there is. A new one needs a case in `fixtures/cases/errors/<code>/`. */
export const codes = {
  // The policy file
  'policy-syntax': { severity: 'error', title: 'The policy is not valid YAML' },
  'unknown-key': { severity: 'error', title: 'A key the policy grammar does not have' },
  'missing-key': { severity: 'error', title: 'A key that must be there is not' },
  'bad-value': { severity: 'error', title: 'A value of the wrong kind' },
  'not-yet-supported': { severity: 'error', title: 'Part of the grammar that this version cannot do yet' },
  'bad-duration': { severity: 'error', title: 'A length of time that cannot be read' },
  'day-without-kind': { severity: 'error', title: 'A day that does not say which kind (S9)' },
  'bad-hours': { severity: 'error', title: 'Opening hours that cannot be read' },
  'bad-date': { severity: 'error', title: 'A date or instant that cannot be read' },
  'unknown-timezone': { severity: 'error', title: 'A time zone that does not exist' },
  'bad-condition': { severity: 'error', title: 'A condition that cannot be read' },
  'unknown-calendar': { severity: 'error', title: 'A calendar that the policy does not define' },
  'unknown-event': { severity: 'error', title: 'An event that the records do not name' },
  'unknown-field': { severity: 'error', title: 'A field that the records do not name' },
  'unknown-clock': { severity: 'error', title: 'A clock that the policy does not define' },
  'duplicate-id': { severity: 'error', title: 'Two things of one name' },
  'reserved-name': { severity: 'error', title: 'A field named like a column of the verdict record' },
  // What a policy can hardly mean
  'dead-target': { severity: 'warning', title: 'A target that no ticket can reach' },
  'long-target': { severity: 'warning', title: 'A target longer than a week of opening hours' },
  'endless-pause': { severity: 'warning', title: 'A pause that can never end' },
  'no-holder': { severity: 'warning', title: 'A charge to the holder where the records name none' },
  'unseen-event': { severity: 'warning', title: 'An event of the policy that the export never has' },
  'unseen-value': { severity: 'warning', title: 'A value of the policy that the export never has' },
  // Reading the export
  'unreadable-file': { severity: 'error', title: 'A file that cannot be read' },
  'empty-file': { severity: 'error', title: 'A file without a single byte of content' },
  'not-utf8': { severity: 'error', title: 'A file that is not UTF-8' },
  'bad-gzip': { severity: 'error', title: 'A gzip file that is damaged or cut short' },
  'bad-csv': { severity: 'error', title: 'A CSV file whose quoting breaks off' },
  'bad-json': { severity: 'error', title: 'A JSON file that cannot be parsed' },
  'missing-column': { severity: 'error', title: 'A column that the policy names and the file lacks' },
  'no-usable-rows': { severity: 'error', title: 'Rows, but not one that can be used' },
  'wrong-cell-count': { severity: 'warning', title: 'A row with more or fewer cells than the header' },
  'missing-ticket': { severity: 'warning', title: 'A row without a ticket' },
  'missing-time': { severity: 'warning', title: 'A row without a time' },
  'bad-timestamp': { severity: 'warning', title: 'A time that cannot be read' },
  'bad-number': { severity: 'warning', title: 'A number that cannot be read' },
  'ambiguous-time': { severity: 'warning', title: 'A local time that occurred twice or never (S4)' },
  'duplicate-ticket': { severity: 'warning', title: 'Rows of one ticket that contradict each other' },
  // The roster
  'bad-roster': { severity: 'error', title: 'A row of the roster that cannot be used' },
  'alias-is-id': { severity: 'warning', title: 'An alias that is the id of somebody else' },
  'unknown-person': { severity: 'warning', title: 'A name that the roster gives to nobody, or to several' },
  'not-employed': { severity: 'warning', title: 'Somebody who had left, or not begun, by then' },
  // Calendar files
  'bad-ics': { severity: 'error', title: 'A calendar file of which something cannot be read' },
  'timed-event': { severity: 'warning', title: 'An event in a calendar file that closes no date' },
  // Timelines and runs
  simultaneous: { severity: 'warning', title: 'Events of one instant whose order had to be assumed (S28)' },
  'sequence-contradicts-time': { severity: 'warning', title: 'A sequence that contradicts the clock' },
  'stop-before-start': { severity: 'warning', title: 'A clock that stops before it starts (S30)' },
  'no-start': { severity: 'warning', title: 'A clock that stops without having started (S30)' },
  'promise-before-start': { severity: 'warning', title: 'A promise for an instant before its clock starts' },
  'promise-too-far': { severity: 'warning', title: 'A promise further away than the policy allows' },
  'open-pause': { severity: 'warning', title: 'A pause without an end (S14)' },
  'window-not-covered': { severity: 'warning', title: 'A ladder looks back to a time that the exports do not cover' },
  'overlapping-versions': { severity: 'warning', title: 'Two versions of the policy in force at once' },
  'gap-between-versions': { severity: 'warning', title: 'A time in which no version of the policy is in force' },
  'two-entries': { severity: 'warning', title: 'A date with two entries in one calendar' },
  'after-policy': {
    severity: 'warning',
    title: 'A run that began when no version of the policy was in force any more',
  },
  'before-policy': { severity: 'warning', title: 'A run that began before the policy was in force' },
  'unknown-holidays': { severity: 'warning', title: 'A year whose holidays are not known' },
  'data-ends-early': { severity: 'warning', title: 'An export that ends before the period does' },
  'as-of-cut': { severity: 'note', title: 'Events after the as-of instant' },
} as const satisfies Record<string, { severity: Severity; title: string }>;

export type Code = keyof typeof codes;
