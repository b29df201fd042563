import { type HolidayWatch, watchHolidays } from '../clock/unknown-holidays.ts';
import type { Version } from '../clock/versions.ts';
import type { Code } from '../diagnostics/codes.ts';
import { findingList } from '../diagnostics/finding-list.ts';
import { english, say } from '../diagnostics/say.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Instant, Span } from '../domain/time.ts';
import { type NameLedger, type NameTotals, nameLedger } from '../people/name-ledger.ts';

/** What one walk over tickets gathers beside their verdicts. */
export interface Walk {
  /** One by one: a ticket may have more than fit on the stack. */
  tell(found: readonly Diagnostic<Code>[]): void;
  /** Rows that are not judged. */
  setAside(reason: string, rows: number): void;
  /** Facts after the as-of instant. */
  passOver(facts: number): void;
  readonly names: NameLedger;
  /** By version of the policy. */
  readonly holidays: readonly HolidayWatch[];
  findings(): Diagnostic<Code>[];
  rowsSetAside(): ReadonlyMap<string, number>;
  /** All of it so far: plain values. */
  totals(): WalkTotals;
  /** Takes over what another walk over other tickets has gathered. */
  merge(other: WalkTotals): void;
}

export interface WalkTotals {
  readonly findings: readonly Diagnostic<Code>[];
  readonly setAside: ReadonlyMap<string, number>;
  readonly names: NameTotals;
  /** By version of the policy. */
  readonly due: readonly ReadonlyMap<string, Instant>[];
  readonly laterFacts: number;
}

export interface WalkScope {
  /** First and last stamp of the log; absent when it has none. */
  readonly extent: Span | undefined;
  readonly asOf: Instant;
  /** The path of the roster. */
  readonly roster: string | undefined;
}

export function beginWalk({ extent, asOf, roster }: WalkScope, versions: readonly Version[]): Walk {
  const span = { start: extent?.start ?? asOf, end: asOf };
  const list = findingList();
  const rowsSetAside = new Map<string, number>();
  const names = nameLedger(roster);
  const holidays = versions.map(({ policy, clocks, circumstances: { inForce } }) =>
    watchHolidays(extent === undefined ? [] : [...clocks.values()], policy.file, {
      start: Math.max(span.start, inForce.start),
      end: Math.min(span.end, inForce.end),
    }),
  );
  let laterFacts = 0;

  function tell(found: readonly Diagnostic<Code>[]): void {
    for (const finding of found) list.add(finding);
  }

  function setAside(reason: string, rows: number): void {
    if (rows > 0) rowsSetAside.set(reason, (rowsSetAside.get(reason) ?? 0) + rows);
  }

  return {
    tell,
    setAside,
    passOver(facts) {
      laterFacts += facts;
    },
    names,
    holidays,
    findings: () => [
      ...list.list(),
      ...names.findings(),
      ...onceEach(holidays.flatMap((watch) => watch.findings())),
      ...(laterFacts === 0 ? [] : [asOfCut(laterFacts, asOf)]),
    ],
    rowsSetAside: () => rowsSetAside,
    totals: () => ({
      findings: list.list(),
      setAside: rowsSetAside,
      names: names.totals,
      due: holidays.map((watch) => watch.totals),
      laterFacts,
    }),
    merge(other) {
      tell(other.findings);
      for (const [reason, rows] of other.setAside) setAside(reason, rows);
      names.merge(other.names);
      for (const [index, watch] of holidays.entries()) watch.merge(other.due[index] ?? new Map());
      laterFacts += other.laterFacts;
    },
  };
}

function asOfCut(facts: number, asOf: Instant): Diagnostic<Code> {
  return {
    code: 'as-of-cut',
    message:
      facts === 1
        ? say`one event lies after the as-of instant ${{ at: asOf }} and had not happened by then`
        : say`${facts} events lie after the as-of instant ${{ at: asOf }} and had not happened by then`,
    hint: say`A later --as-of or period takes them in.`,
  };
}

/** Two versions may lack the same year. */
function onceEach(findings: readonly Diagnostic<Code>[]): Diagnostic<Code>[] {
  return [...new Map(findings.map((finding) => [english(finding.message), finding])).values()];
}
