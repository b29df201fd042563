import fc from 'fast-check';

// Policies of two clocks each and logs that pull all of their triggers, for tests that hold one way of judging against another.

const when = fc.constantFrom(
  '{urgency: high}',
  '{urgency: [high, low]}',
  '{amount: ">= 100"}',
  "{urgency: ''}",
  '{urgency: "!= high", status: open}',
);
const maybe = (line: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.constant(''),
    line.map((text) => `    ${text}\n`),
  );
const trigger = (event: string) =>
  fc.oneof(
    fc.constant(event),
    fc.constant(event),
    fc.constantFrom('{role: agent}', '{actor: [Li, Wu]}').map((by) => `{event: ${event}, by: ${by}}`),
    when.map((condition) => `[{event: ${event}, when: ${condition}}, closed]`),
  );
function targetsOf(within: fc.Arbitrary<string>) {
  return fc.oneof(
    within.map((length) => `[{within: ${length}}]`),
    fc
      .tuple(when, within, within)
      .map(([condition, one, other]) => `[{when: ${condition}, within: ${one}}, {within: ${other}}]`),
    fc.tuple(when, within).map(([condition, length]) => `[{when: ${condition}, within: ${length}, calendar: night}]`),
  );
}
const kind = fc.constantFrom(
  ['', 'created', 'resolved'],
  ['    kind: response\n', 'created', 'replied'],
  ['    kind: next_response\n', 'asked', 'replied'],
  ['    kind: resolution\n', 'created', 'resolved'],
);
const plainLength = fc.constantFrom('30m', '1h', '4h', '8h', '20h', '1h', '8h');
const anyTargets = targetsOf(
  fc.oneof({ weight: 7, arbitrary: plainLength }, { weight: 1, arbitrary: fc.constant('1wd') }),
);
const clockLines = fc.record({
  kind: kind.chain(([line = '', start = '', stop = '']) =>
    fc.tuple(trigger(start), trigger(stop)).map(([from, until]) => `${line}    start: ${from}\n    stop: ${until}\n`),
  ),
  pause: maybe(
    fc.constantFrom(
      'pause: {while: {status: waiting}}',
      'pause: {from: paused, until: resumed}',
      'pause: [{while: {status: waiting}}, {from: paused, until: resumed}]',
      'pause: {while: {status: waiting}}\n    max_pause: 1h',
    ),
  ),
  cancel: maybe(fc.constantFrom('cancel: spam', 'cancel: {while: {status: spam}}')),
  reopen: maybe(
    fc.constantFrom('continue', 'first', 'cycle', 'reset').map((rule) => `reopen: {on: reopened, rule: ${rule}}`),
  ),
  when: maybe(when.map((condition) => `when: ${condition}`)),
  change: maybe(fc.constantFrom('at-start', 'at-stop', 'restart', 'retroactive').map((rule) => `change: ${rule}`)),
  calendar: maybe(fc.constantFrom('office', 'night').map((name) => `calendar: ${name}`)),
  severity: maybe(fc.constant('severity: {minor: "<= 30m", major: "<= 2h", severe: "> 2h"}')),
  boundary: maybe(fc.constantFrom('boundary: exclusive', 'still_open: closed-only')),
});
const rarely = fc.nat(5).map((chance) => chance === 0);
const textOf = (lines: object, targets: string) => `${Object.values(lines).join('')}    targets: ${targets}\n`;
const anyClock = fc.tuple(clockLines, anyTargets).map(([lines, targets]) => textOf(lines, targets));
const calmClock = fc
  .tuple(clockLines, targetsOf(plainLength))
  .map(([lines, targets]) =>
    textOf(lines, targets).replace('still_open: closed-only', '').replace('rule: reset', 'rule: continue, grace: 9h'),
  );
export const randomPolicy = fc.tuple(anyClock, anyClock, rarely, rarely).map(policyOf);
/** One without working days, and without exclusions. */
export const calmPolicy = fc.tuple(calmClock, calmClock, rarely, fc.constant(false)).map(policyOf);

function policyOf([one, other, isLate, isExcluded]: readonly [string, string, boolean, boolean]): string {
  return `slaudit: 1
timezone: Europe/Berlin
${isLate ? 'effective: 2026-03-27\n' : ''}records:
  form: events
  ticket: ticket
  at: at
  event: event
  actor: {column: actor, role: role}
  fields: {assignee: assignee, urgency: urgency, status: status, amount: amount}
calendars:
  office: {hours: {mon-fri: ['09:00-12:00', '13:00-18:00']}, dates: {2026-03-30: closed}}
  night: {hours: {mon-sat: ['22:00-06:00']}}
${isExcluded ? 'exclusions: [{from: 2026-03-27T00:00, until: 2026-03-28T12:00, reason: storm}]\n' : ''}clocks:
  one:
${one}  other:
${other}`;
}

// Many gaps are whole hours, so that targets are used up exactly, at closing, and when a pause begins.
const gap = fc.oneof(
  fc.nat(30).map((hours) => hours * 3600),
  fc.nat(100_000),
  fc.constant(0),
);
const cells = {
  event: fc.constantFrom('replied', 'asked', 'resolved', 'reopened', 'paused', 'resumed', 'closed', 'spam', 'noted'),
  by: fc.constantFrom('Li,agent', 'Wu,agent', 'Bo,bot', 'Kim,customer', 'Li,'),
  assignee: fc.constantFrom('', '', 'Li', 'Wu'),
  status: fc.constantFrom('', '', 'waiting', 'open', 'spam'),
};
const row = fc.record({
  gap,
  ...cells,
  urgency: fc.constantFrom('', '', '', '', '', '', '', '', 'high', 'low'),
  amount: fc.constantFrom('', '', '', '', '', '', '50', '200'),
  isVague: fc.nat(80).map((chance) => chance === 0),
});
const calmRow = fc.record({
  ...cells,
  gap: gap.map((seconds) => seconds + 1),
  event: fc.constantFrom('replied', 'asked', 'resolved', 'reopened', 'replied', 'asked', 'paused', 'resumed', 'noted'),
  status: fc.constantFrom('', '', '', 'waiting', 'open', 'open'),
});
const urgency = fc.constantFrom('high', 'low', '');
export const randomTicket = fc.tuple(fc.array(row, { maxLength: 8 }), urgency);
/** One on which nothing changes by which targets are chosen, and no two rows are of one instant. */
export const calmTicket = fc.tuple(fc.array(calmRow, { maxLength: 8 }), urgency);
const START = Date.UTC(2026, 2, 26, 8);

/** A CSV of such tickets. */
export function exportOf(
  tickets: readonly (readonly [readonly { gap: number; [cell: string]: unknown }[], string])[],
): string {
  const lines = tickets.flatMap(([rows, urgency], index) => {
    let at = START + index * 3_600_000;
    const created = `T${index},${new Date(at).toISOString()},created,Kim,customer,,${urgency},open,`;
    return [
      created,
      ...rows.map(({ gap: seconds, event, by, assignee, urgency: own, status, amount, isVague }) => {
        at += seconds * 1000;
        const stamp = new Date(at).toISOString();
        const told = isVague === true ? `${stamp.slice(0, 16)}Z` : stamp;
        return ['T'.concat(String(index)), told, event, by, assignee, own ?? '', status, amount ?? ''].join(',');
      }),
    ];
  });
  return `ticket,at,event,actor,role,assignee,urgency,status,amount\n${lines.join('\n')}\n`;
}
