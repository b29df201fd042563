import type { Place } from '../domain/diagnostic.ts';
import type { Test } from '../domain/policy.ts';
import type { FieldChange, Proof, ProofEvent, ProofRun, ProofSpan, Reckoned, TargetTrial } from '../domain/proof.ts';
import type { Instant } from '../domain/time.ts';
import { type Catalogue, titleOf } from '../locale/catalogue.ts';
import { iso } from './iso.ts';
import { heading, type Page, type Reader, roleWord, section, text, title, wordFor } from './page.ts';
import { placeText } from './place.ts';
import { followingPage } from './proof-consequences.ts';
import { groundsPage } from './proof-grounds.ts';
import { reckonedText } from './proof-reckoned.ts';
import { passedOverLines, pauseLines } from './proof-run-lines.ts';
import { handOverLines, holderName, outcomeLines, reasonLines } from './proof-sentences.ts';
import { seconds } from './records.ts';
import type { Cell, Column, Records, Table } from './table.ts';

/** Everything behind the verdicts on one ticket, so that a reader can add it up by hand. */
export function proofPage(proof: Proof, reader: Reader): Page {
  const { words, local } = reader;
  return [
    title(words.proof.title(proof.ticket)),
    text(words.summary.asOf(local(proof.asOf), proof.timezone)),
    ...eventSection(proof, reader),
    ...(proof.runs.length > 0 ? [] : [heading(proof.isIncluded ? words.proof.noRuns : words.proof.notIncluded)]),
    ...proof.runs.flatMap((run) => runPage(run, proof, reader)),
  ];
}

/** A file that all events stand in is named once, above; then the line is enough beside each. */
function eventSection(proof: Proof, reader: Reader): Page {
  const { events } = proof;
  const { words } = reader;
  const files = [...new Set(events.map((event) => event.place.file))];
  const [file] = files;
  if (file === undefined || files.length > 1) return section(words.proof.events, eventTable(proof, reader));
  const named = eventTable(proof, reader);
  return [
    heading(words.proof.events),
    text(words.labelled(words.columns.file, file)),
    {
      kind: 'table',
      table: {
        columns: [
          ...named.columns.slice(0, -1),
          { key: 'line', title: words.columns.line, kind: 'text', align: 'right' },
        ],
        rows: named.rows.map((row, index) => [...row.slice(0, -1), String(events[index]?.place.line ?? '')]),
      },
    },
  ];
}

function eventTable({ events, records }: Proof, reader: Reader): Records {
  const { words } = reader;
  const { columns } = words;
  return {
    columns: [
      { key: 'local', title: columns.localTime, kind: 'instant' },
      { key: 'event', title: columns.event, kind: 'text' },
      { key: 'actor', title: columns.actor, kind: 'text' },
      { key: 'changes', title: columns.changes, kind: 'text' },
      { key: 'place', title: columns.place, kind: 'place', align: 'right' },
    ],
    rows: events.map((event) => [
      iso(event.at),
      eventText(event, records, reader),
      event.actor === undefined || event.role === undefined
        ? (event.actor ?? (event.role === undefined ? null : roleWord(event.role, words)))
        : words.inBrackets(event.actor, roleWord(event.role, words)),
      changes(event, reader),
      placeText(event.place),
    ]),
  };
}

/** With how its instant came, where no stamp says it. */
function eventText(event: ProofEvent, records: Proof['records'], reader: Reader): string | null {
  const name = eventName(event, reader);
  if (event.reckoned === undefined) return name;
  return `${name ?? ''} = ${reckonedText(event.reckoned, records, reader.words)}`;
}

/** A stamp that lacks digits says how late it can be (S8). */
function eventName({ event, earliest, at, latest }: ProofEvent, { words, local }: Reader): string | null {
  const name = event === undefined ? undefined : wordFor(words.titles, event);
  if (latest <= at && earliest === undefined) return name ?? null;
  // Both occurrences of a local time read alike by the clock on the wall.
  const told = (instant: Instant) => (local(instant) === local(at) ? iso(instant) : local(instant));
  const doubt = words.list([
    ...(earliest === undefined ? [] : [words.proof.atEarliest(told(earliest))]),
    ...(latest <= at ? [] : [words.proof.atLatest(told(latest))]),
  ]);
  return name === undefined ? doubt : words.inBrackets(name, doubt);
}

function changes(event: ProofEvent, { words, local }: Reader): string {
  const shown = ({ value, time }: FieldChange) => {
    if (time !== undefined) return timeText(time, local);
    return value === '' ? words.proof.emptied : wordFor(words.titles, value);
  };
  return words.list(event.changes.map((change) => `${wordFor(words.fields, change.field)} = ${shown(change)}`));
}

/** The first and last instant it can be, where only a day or an hour is known (S8). */
function timeText({ at, latest }: NonNullable<FieldChange['time']>, local: Reader['local']): string {
  return latest > at ? `${local(at)} / ${local(latest)}` : local(at);
}

function runPage(run: ProofRun, proof: Proof, reader: Reader): Page {
  const { words } = reader;
  const { verdict } = run;
  const { clock, cycle } = verdict.run;
  return [
    title(words.proof.run(titleOf(clock.title, clock.id, words), cycle, words.outcomes[verdict.outcome])),
    ...reasonLines(verdict, words).map(text),
    ...moments(run, proof.records, reader).map(text),
    ...passedOverLines(run, proof, reader).map(text),
    ...section(words.proof.targets, targetTable(run.targets, words)),
    ...reigns(run, proof, reader),
    ...section(words.proof.spans, spanTable(run.spans, reader)),
    ...pauseLines(run, proof, reader).map(text),
    ...holders(run, reader),
    ...outcomeLines(run, reader).map(text),
    ...groundsPage(run, proof.records, reader),
    ...followingPage(run, reader),
  ];
}

function moments(proven: ProofRun, records: Proof['records'], { words, local }: Reader): string[] {
  const { verdict, version, start, stop, startReckoned, stopReckoned } = proven;
  const { run } = verdict;
  const at = (instant: Instant) => words.inBrackets(local(instant), iso(instant));
  const line = (label: string, instant: Instant | undefined, place: string | null, reckoned?: Reckoned) => {
    if (instant === undefined) return [];
    const how = reckoned === undefined ? [] : [reckonedText(reckoned, records, words)];
    return [words.labelled(label, words.clauses([at(instant), ...how, ...(place === null ? [] : [place])]))];
  };
  const since = version?.effective;
  const rules =
    version === undefined ? [] : [version.name, ...(since === undefined ? [] : [words.proof.since(local(since))])];
  return [
    ...(rules.length === 0 ? [] : [words.labelled(words.proof.version, words.clauses(rules))]),
    ...line(words.proof.started, run.start?.happenedAt ?? run.start?.at, placeText(start), startReckoned),
    ...line(words.proof.anew, run.start?.happenedAt === undefined ? undefined : run.start.at, null),
    ...line(words.proof.stopped, run.stop?.at, placeText(stop), stopReckoned),
    ...line(words.proof.cancelled, run.cancelledAt, null),
    ...(isGoing(verdict) ? [words.proof.notStopped] : []),
  ];
}

/** A duty's missed interval has no stop and yet is over. */
function isGoing({ run, outcome }: ProofRun['verdict']): boolean {
  const isMissed = run.clock.kind === 'duty' && (outcome === 'breached' || outcome === 'excused');
  return run.stop === undefined && run.cancelledAt === undefined && !isMissed;
}

function targetTable(trials: readonly TargetTrial[], words: Catalogue): Table {
  const { columns } = words;
  return {
    columns: [
      { key: 'target', title: columns.target, kind: 'text' },
      { key: 'within', title: columns.within, kind: 'text' },
      { key: 'condition', title: columns.condition, kind: 'text' },
      { key: 'value', title: columns.value, kind: 'text' },
      { key: 'holds', title: columns.holds, kind: 'flag', align: 'right' },
    ],
    rows: trials.flatMap(({ target, matched, tests }) => {
      const name = matched ? words.inBrackets(target.id, words.proof.applies) : target.id;
      const promise = words.promise(target.within);
      if (tests.length === 0) return [[name, promise, words.proof.always, '', matched]];
      return tests.map(({ test, value, holds }, index): Cell[] => [
        ...(index === 0 ? [name, promise] : ['', '']),
        condition(test, words),
        valueText(value, words),
        holds,
      ]);
    }),
  };
}

/** Only where it changed; with the rule that says what the clock makes of that (S21). */
function reigns({ reigns: list, verdict }: ProofRun, { events }: Proof, reader: Reader): Page {
  const { words, local } = reader;
  const { columns } = words;
  if (list.length === 0) return [];
  // The file is named above the events where it is the only one.
  const isOneFile = new Set(events.map((event) => event.place.file)).size < 2;
  const broughtBy = (place: Place | undefined) => {
    if (place === undefined) return words.proof.fromStart;
    return isOneFile && place.line !== undefined ? `${columns.line} ${place.line}` : placeText(place);
  };
  const table: Table = {
    columns: [
      { key: 'from', title: columns.fittedFrom, kind: 'instant' },
      { key: 'target', title: columns.target, kind: 'text' },
      { key: 'within', title: columns.within, kind: 'text' },
      { key: 'used', title: columns.used, kind: 'seconds' },
      { key: 'by', title: columns.by, kind: 'text' },
    ],
    rows: list.map(({ from, target, applies, promised, place, version, used }) => [
      iso(from),
      target?.id ?? (applies ? words.proof.noTarget : words.proof.notApplicable),
      target === undefined
        ? ''
        : promised === undefined
          ? words.promise(target.within)
          : words.proof.promisedFor(timeText(promised, local)),
      seconds(used),
      version === undefined ? broughtBy(place) : words.proof.ofVersion(version),
    ]),
  };
  const rule = words.readings[`change: ${verdict.run.clock.change}`];
  return [...section(words.proof.reigns, table), text(words.labelled(words.proof.rule, rule))];
}

function condition(test: Test, words: Catalogue): string {
  const field = wordFor(words.fields, test.field);
  if (test.kind === 'compare') return words.compared(field, test.operator, test.value);
  return words.oneOf(field, words.list(test.values.map((value) => valueText(value, words))));
}

function valueText(value: string, words: Catalogue): string {
  return value === '' ? words.notGiven : wordFor(words.titles, value);
}

/** The lengths of the stretches that count add up to the last total. */
function spanTable(spans: readonly ProofSpan[], reader: Reader): Table {
  const { words } = reader;
  const columns: Column[] = [
    { key: 'from', title: words.columns.from, kind: 'instant' },
    { key: 'to', title: words.columns.to, kind: 'instant' },
    { key: 'counts', title: words.columns.counts, kind: 'flag' },
    { key: 'why', title: words.columns.why, kind: 'text' },
    { key: 'length', title: words.columns.length, kind: 'seconds' },
    { key: 'total', title: words.columns.total, kind: 'seconds' },
  ];
  const rows = spans.map((span) => [
    iso(span.start),
    iso(span.end),
    span.counts,
    why(span, reader),
    (span.end - span.start) / 1000,
    span.total / 1000,
  ]);
  return { columns, rows };
}

function why(span: ProofSpan, { words, local }: Reader): string {
  const reason = words.spans[span.why];
  const because = span.detail === undefined ? reason : words.labelled(reason, span.detail);
  const detailed = span.shift === undefined ? because : words.inBrackets(because, words.shift(span.shift));
  return span.ranOutAt === undefined
    ? detailed
    : words.inBrackets(detailed, words.proof.ranOutHere(local(span.ranOutAt)));
}

/** Only where somebody else than one person for the whole time held it: who did at the end is told anyway. */
function holders({ shares, handOvers }: ProofRun, reader: Reader): Page {
  const { words } = reader;
  if (shares.length < 2 && handOvers.length === 0) return [];
  const columns: Column[] = [
    { key: 'holder', title: words.columns.holder, kind: 'text' },
    { key: 'counted', title: words.columns.counted, kind: 'seconds' },
    { key: 'share', title: words.columns.ofTotal, kind: 'percent' },
  ];
  const total = shares.reduce((sum, { counted }) => sum + counted, 0);
  const rows = shares.map(({ holder, counted }) => [
    holderName(holder, words),
    counted / 1000,
    Math.round((counted / total) * 1000) / 10,
  ]);
  const table = section(words.proof.holders, { columns, rows });
  return [
    ...(table.length === 0 ? [heading(words.proof.holders)] : table),
    ...handOverLines(handOvers, reader).map(text),
  ];
}
