import type {
  ChangedRun,
  ConsequenceDifference,
  FigureDifference,
  InputDifference,
  ReportDiff,
  RunDifferences,
  RunFacts,
  SavedFacts,
  Worth,
} from '../domain/report-diff.ts';
import { causesOf, type RunPair } from './figure-causes.ts';
import { leavesOf } from './figure-leaves.ts';
import { isMap, type JsonMap } from './json-map.ts';
import { byCodeUnits } from './order.ts';
import type { SavedResult, SavedRun } from './saved-result.ts';

/** Which figures of two saved results differ, and the runs, consequences and inputs that make the difference. */
export function diffResults(before: SavedResult, after: SavedResult): ReportDiff {
  const { pairs, ...runs } = runDifferences(before, after);
  const figures = before.report && after.report ? figureDifferences(before.report, after.report, pairs) : [];
  const consequences = before.report && after.report ? consequenceDifferences(before.report, after.report) : [];
  const inputs = before.report && after.report ? inputDifferences(before.report, after.report) : [];
  const rows = runs.added.length + runs.gone.length + runs.changed.length;
  return {
    schemaVersion: 1,
    isSame: figures.length + rows + consequences.length + inputs.length === 0,
    before: factsOf(before),
    after: factsOf(after),
    clocks: clocksOf([after.report, before.report]),
    figures,
    runs,
    consequences,
    inputs,
  };
}

function factsOf({ file, kind, report, asOf, runs = [], leftOut }: SavedResult): SavedFacts {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    file,
    kind,
    policy: text(part(report, 'policy')?.['name']),
    period: text(part(report, 'period')?.['label']),
    asOf: asOf ?? null,
    runs: runs.length,
    leftOut,
  };
}

function clocksOf(reports: readonly (JsonMap | undefined)[]): ReportDiff['clocks'] {
  const found = new Map<string, Readonly<Record<string, string>>>();
  for (const { clock, title } of reports.flatMap((report) => listIn(report, 'clocks'))) {
    if (typeof clock !== 'string' || found.has(clock) || !isMap(title)) continue;
    found.set(clock, Object.fromEntries(Object.entries(title).map(([tag, text]) => [tag, String(text)])));
  }
  return [...found].map(([clock, title]) => ({ clock, title }));
}

function listIn(report: JsonMap | undefined, key: string): JsonMap[] {
  const list = report?.[key];
  return Array.isArray(list) ? list.filter(isMap) : [];
}

function part(value: unknown, key: string): JsonMap | undefined {
  const inner = isMap(value) ? value[key] : undefined;
  return isMap(inner) ? inner : undefined;
}

// --- figures --------------------------------------------------------------------------------------------------

/** Of each figure so many runs are named; all of them are told for themselves. */
const MOST_CAUSES = 20;

function figureDifferences(before: JsonMap, after: JsonMap, pairs: readonly RunPair[]): FigureDifference[] {
  const [one, other] = [leavesOf(before), leavesOf(after)];
  const paths = [...one.keys(), ...[...other.keys()].filter((path) => !one.has(path))];
  return paths.flatMap((figure): FigureDifference[] => {
    const [earlier, later] = [one.get(figure)?.value, other.get(figure)?.value];
    // What is not known, and what is not there, are no two things.
    if ((earlier ?? null) === (later ?? null)) return [];
    const parts = (other.get(figure) ?? one.get(figure))?.parts ?? [];
    const causes = causesOf(parts, pairs);
    const isNumber = typeof earlier === 'number' && typeof later === 'number';
    return [
      {
        figure,
        parts,
        ...(earlier !== undefined && { before: earlier }),
        ...(later !== undefined && { after: later }),
        change: isNumber ? Math.round((later - earlier) * 1000) / 1000 : null,
        because: causes.slice(0, MOST_CAUSES),
        causes: causes.length,
      },
    ];
  });
}

// --- runs -----------------------------------------------------------------------------------------------------

function runDifferences(
  before: SavedResult,
  after: SavedResult,
): RunDifferences & { readonly pairs: readonly RunPair[] } {
  const areListed = before.runs !== undefined && after.runs !== undefined;
  const [earlier, later] = areListed ? [before.runs, after.runs] : [before.breaches, after.breaches];
  const isPartial = areListed && before.leftOut + after.leftOut > 0;
  if (earlier === undefined || later === undefined) {
    return { of: 'nothing', isPartial: false, compared: 0, added: [], gone: [], changed: [], pairs: [] };
  }
  const [ones, others] = [byKey(earlier), byKey(later)];
  const isCommon = commonFields(earlier, later);
  const keys = [...new Set([...ones.keys(), ...others.keys()])].sort(byCodeUnits);
  const added: RunFacts[] = [];
  const gone: RunFacts[] = [];
  const changed: ChangedRun[] = [];
  const pairs: RunPair[] = [];
  for (const key of keys) {
    const [one, other] = [ones.get(key), others.get(key)];
    const known = other ?? one;
    if (known === undefined) continue;
    if (one === undefined) added.push(runFacts(known));
    else if (other === undefined) gone.push(runFacts(one));
    else {
      const fields = fieldDifferences(one, other, isCommon);
      if (fields.length === 0) continue;
      changed.push({ ...keyOf(one), fields, linesBefore: linesOf(one), linesAfter: linesOf(other) });
    }
    pairs.push({ ...keyOf(known), before: one, after: other });
  }
  // Of breaches alone nobody knows which were kept on the other side.
  const told = areListed ? pairs : [];
  return { of: areListed ? 'runs' : 'breaches', isPartial, compared: keys.length, added, gone, changed, pairs: told };
}

/** Of several lines of one key the last stands: no result has them. */
function byKey(runs: readonly SavedRun[]): Map<string, SavedRun> {
  return new Map(runs.map((run) => [JSON.stringify(Object.values(keyOf(run))), run]));
}

function keyOf({ ticket, clock, cycle }: SavedRun) {
  return { ticket: String(ticket), clock: String(clock), cycle: Number(cycle) };
}

/** A result of another kind has other fields: what one of them never says is no difference. */
function commonFields(earlier: readonly SavedRun[], later: readonly SavedRun[]): (field: string) => boolean {
  const said = (runs: readonly SavedRun[]) => new Set(runs.flatMap((run) => Object.keys(run)));
  const [ones, others] = [said(earlier), said(later)];
  return (field) => ones.has(field) && others.has(field);
}

function fieldDifferences(one: SavedRun, other: SavedRun, isCommon: (field: string) => boolean): ChangedRun['fields'] {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return fields
    .filter((field) => field !== 'lines' && isCommon(field) && (one[field] ?? null) !== (other[field] ?? null))
    .map((field) => ({ field, before: one[field] ?? null, after: other[field] ?? null }));
}

function runFacts(run: SavedRun): RunFacts {
  const charged = run['charged_to'];
  return {
    ...keyOf(run),
    outcome: String(run['outcome'] ?? ''),
    chargedTo: typeof charged === 'string' ? charged : null,
    lines: linesOf(run),
  };
}

function linesOf({ lines }: SavedRun): string | null {
  return typeof lines === 'string' ? lines : null;
}

// --- what follows, and from what it was made --------------------------------------------------------------------

function consequenceDifferences(before: JsonMap, after: JsonMap): ConsequenceDifference[] {
  const [ones, others] = [consequencesOf(before), consequencesOf(after)];
  return [...new Set([...ones.keys(), ...others.keys()])].sort(byCodeUnits).flatMap((key) => {
    const [one, other] = [ones.get(key), others.get(key)];
    const line = other ?? one;
    if (line === undefined || (one && other && worthText(worthOf(one)) === worthText(worthOf(other)))) return [];
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return [
      {
        change: one === undefined ? ('added' as const) : other === undefined ? ('gone' as const) : ('changed' as const),
        who: String(line['who'] ?? ''),
        name: text(line['name']),
        what: String(line['consequence'] ?? ''),
        ladder: String(line['reward'] ?? line['ladder'] ?? ''),
        ticket: text(part(line, 'breach')?.['ticket']),
        at: text(line['at']),
        family: String(line['family'] ?? ''),
        proposal: line['proposal'] === true,
        before: one === undefined ? null : worthOf(one),
        after: other === undefined ? null : worthOf(other),
      },
    ];
  });
}

/** Several that are alike are numbered. */
function consequencesOf(report: JsonMap): Map<string, JsonMap> {
  const lines = part(report, 'consequences')?.['lines'];
  const found = new Map<string, JsonMap>();
  for (const line of Array.isArray(lines) ? lines.filter(isMap) : []) {
    const { kind, who, ladder, reward, tier, consequence, breach, period } = line;
    for (let number = 1; ; number++) {
      const key = JSON.stringify([kind, who, ladder, reward, tier, consequence, breach ?? period, number]);
      if (found.has(key)) continue;
      found.set(key, line);
      break;
    }
  }
  return found;
}

function worthOf({ amount, currency, percent, quantity }: JsonMap): Worth {
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return { amount: number(amount), currency: text(currency), percent: number(percent), quantity: text(quantity) };
}

/** For machines: `50 CNY`, `5 %`. */
export function worthText({ amount, currency, percent, quantity }: Worth): string {
  const parts = [
    ...(amount === null ? [] : [[amount, currency].filter((each) => each !== null).join(' ')]),
    ...(percent === null ? [] : [`${percent} %`]),
    ...(quantity === null ? [] : [quantity]),
  ];
  return parts.join(', ');
}

function inputDifferences(before: JsonMap, after: JsonMap): InputDifference[] {
  const [ones, others] = [inputsOf(before), inputsOf(after)];
  if (ones.size === 0 || others.size === 0) return [];
  return [...new Set([...ones.keys(), ...others.keys()])].flatMap((key): InputDifference[] => {
    const [one, other] = [ones.get(key), others.get(key)];
    const known = other ?? one;
    if (known === undefined || one?.value === other?.value) return [];
    return [{ what: known.what, file: known.file, before: one?.value ?? null, after: other?.value ?? null }];
  });
}

interface Input {
  readonly what: string;
  readonly file: string | null;
  readonly value: string;
}

function inputsOf(report: JsonMap): Map<string, Input> {
  const provenance = part(report, 'provenance');
  if (provenance === undefined) return new Map();
  const found: Input[] = [];
  const add = (what: unknown, file: unknown, value: unknown) => {
    if (typeof value === 'string')
      found.push({ what: String(what), file: typeof file === 'string' ? file : null, value });
  };
  const list = (key: string) => {
    const items = provenance[key];
    return Array.isArray(items) ? items.filter(isMap) : [];
  };
  add('tool', null, part(provenance, 'tool')?.['version']);
  add('build', null, part(provenance, 'tool')?.['build']);
  for (const { role, file, sha256 } of list('files')) add(role, file, sha256);
  add('time-zone data', null, provenance['timeZoneData']);
  for (const { country, sha256 } of list('holidayData')) add(`holidays ${String(country)}`, null, sha256);
  return new Map(found.map((input) => [JSON.stringify([input.what, input.file]), input]));
}
