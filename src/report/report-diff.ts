import type {
  ChangedRun,
  ConsequenceDifference,
  FigureDifference,
  InputDifference,
  ReportDiff,
  RunDifferences,
  RunFacts,
  SavedFacts,
  Scalar,
} from '../domain/report-diff.ts';
import { isMap, type JsonMap } from './json-map.ts';
import { byCodeUnits } from './order.ts';
import type { SavedResult, SavedRun } from './saved-result.ts';

/** Which figures of two saved results differ, and the runs, consequences and inputs that make the difference. */
export function diffResults(before: SavedResult, after: SavedResult): ReportDiff {
  const figures = before.report && after.report ? figureDifferences(before.report, after.report) : [];
  const runs = runDifferences(before, after);
  const consequences = before.report && after.report ? consequenceDifferences(before.report, after.report) : [];
  const inputs = before.report && after.report ? inputDifferences(before.report, after.report) : [];
  const rows = runs.added.length + runs.gone.length + runs.changed.length;
  return {
    schemaVersion: 1,
    isSame: figures.length + rows + consequences.length + inputs.length === 0,
    before: factsOf(before),
    after: factsOf(after),
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

function part(value: unknown, key: string): JsonMap | undefined {
  const inner = isMap(value) ? value[key] : undefined;
  return isMap(inner) ? inner : undefined;
}

// --- figures --------------------------------------------------------------------------------------------------

/** Told elsewhere: runs, what follows from each, and from what it was made. */
const NO_FIGURES: readonly string[] = ['details', 'provenance', 'breaches'];

/** What the things of a list are called by: the first of these that all of them have and that tells them apart. */
const CALLED_BY: readonly (readonly string[])[] = [
  ['clock'],
  ['id'],
  ['code'],
  ['month'],
  ['file'],
  ['reason'],
  ['why'],
  ['band'],
  ['by', 'inner'],
  ['kind', 'name'],
  ['weekday', 'hour'],
  ['reading'],
  ['figure'],
  ['kind', 'family', 'consequence', 'proposal', 'currency'],
  ['family', 'consequence', 'proposal', 'currency'],
  ['kind'],
];

function figureDifferences(before: JsonMap, after: JsonMap): FigureDifference[] {
  const [one, other] = [leaves(before), leaves(after)];
  const paths = [...one.keys(), ...[...other.keys()].filter((path) => !one.has(path))];
  return paths.flatMap((figure): FigureDifference[] => {
    const [earlier, later] = [one.get(figure), other.get(figure)];
    if (earlier === later) return [];
    const isNumber = typeof earlier === 'number' && typeof later === 'number';
    return [
      {
        figure,
        ...(earlier !== undefined && { before: earlier }),
        ...(later !== undefined && { after: later }),
        change: isNumber ? Math.round((later - earlier) * 1000) / 1000 : null,
      },
    ];
  });
}

/** Every number and text of a report by its path; no recursion, for what is read may be nested as deep as it likes. */
function leaves(report: JsonMap): Map<string, Scalar> {
  const found = new Map<string, Scalar>();
  const open: { readonly path: string; readonly value: unknown; readonly calledBy: readonly string[] }[] = [];
  const push = (inner: typeof open) => open.push(...inner.reverse());
  push([{ path: '', value: report, calledBy: NO_FIGURES }]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value, calledBy } = next;
    if (Array.isArray(value)) {
      // Lists of runs and consequences are rows, not figures.
      if (value.some((item) => isMap(item) && ('ticket' in item || 'breach' in item))) continue;
      const { names, keys } = namesOf(value);
      push(value.map((item, index) => ({ path: `${path}.${names[index]}`, value: item, calledBy: keys })));
    } else if (isMap(value)) {
      const entries = Object.entries(value).filter(([key]) => !calledBy.includes(key));
      push(entries.map(([key, item]) => ({ path: path === '' ? key : `${path}.${key}`, value: item, calledBy: [] })));
    } else found.set(path, value as Scalar);
  }
  return found;
}

/** What distinguishes the things of a list, and the keys that say it; where that is nothing, or not enough, their number. */
function namesOf(items: readonly unknown[]): { readonly names: readonly string[]; readonly keys: readonly string[] } {
  const isName = (value: unknown) => ['string', 'boolean', 'number'].includes(typeof value);
  for (const keys of CALLED_BY) {
    const [first = ''] = keys;
    if (!items.every((item) => isMap(item) && isName(item[first]))) continue;
    const names = items.map((item) =>
      keys.flatMap((key) => (isMap(item) && isName(item[key]) ? [String(item[key])] : [])).join('/'),
    );
    if (new Set(names).size === names.length) return { names, keys };
  }
  return { names: items.map((_, index) => String(index + 1)), keys: [] };
}

// --- runs -----------------------------------------------------------------------------------------------------

function runDifferences(before: SavedResult, after: SavedResult): RunDifferences {
  const areListed = before.runs !== undefined && after.runs !== undefined;
  const [earlier, later] = areListed ? [before.runs, after.runs] : [before.breaches, after.breaches];
  const isPartial = areListed && before.leftOut + after.leftOut > 0;
  if (earlier === undefined || later === undefined) {
    return { of: 'nothing', isPartial: false, compared: 0, added: [], gone: [], changed: [] };
  }
  const [ones, others] = [byKey(earlier), byKey(later)];
  const isCommon = commonFields(earlier, later);
  const keys = [...new Set([...ones.keys(), ...others.keys()])].sort(byCodeUnits);
  const added: RunFacts[] = [];
  const gone: RunFacts[] = [];
  const changed: ChangedRun[] = [];
  for (const key of keys) {
    const [one, other] = [ones.get(key), others.get(key)];
    if (one === undefined) added.push(...(other === undefined ? [] : [runFacts(other)]));
    else if (other === undefined) gone.push(runFacts(one));
    else {
      const fields = fieldDifferences(one, other, isCommon);
      if (fields.length > 0)
        changed.push({ ...keyOf(one), fields, linesBefore: linesOf(one), linesAfter: linesOf(other) });
    }
  }
  return { of: areListed ? 'runs' : 'breaches', isPartial, compared: keys.length, added, gone, changed };
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
    if (line === undefined || (one && other && worthOf(one) === worthOf(other))) return [];
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return [
      {
        change: one === undefined ? ('added' as const) : other === undefined ? ('gone' as const) : ('changed' as const),
        who: String(line['who'] ?? ''),
        what: String(line['consequence'] ?? ''),
        ladder: String(line['reward'] ?? line['ladder'] ?? ''),
        ticket: text(part(line, 'breach')?.['ticket']),
        at: text(line['at']),
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

/** How much, or what: `50 CNY`, `5 %`. */
function worthOf({ amount, currency, percent, quantity }: JsonMap): string {
  const parts = [
    ...(typeof amount === 'number' ? [[amount, currency].filter((each) => each !== null).join(' ')] : []),
    ...(typeof percent === 'number' ? [`${percent} %`] : []),
    ...(typeof quantity === 'string' ? [quantity] : []),
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
  for (const { role, file, sha256 } of list('files')) add(role, file, sha256);
  add('time-zone data', null, provenance['timeZoneData']);
  for (const { country, sha256 } of list('holidayData')) add(`holidays ${String(country)}`, null, sha256);
  return new Map(found.map((input) => [JSON.stringify([input.what, input.file]), input]));
}
