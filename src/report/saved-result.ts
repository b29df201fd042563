import type { Scalar } from '../domain/report-diff.ts';
import { isMap, type JsonMap } from './json-map.ts';

/** A run as a saved result tells it, by the names of the verdict record. */
export type SavedRun = Readonly<Record<string, Scalar>>;

/** A result that was saved: a report, or the verdicts of `evaluate`. */
export interface SavedResult {
  readonly file: string;
  readonly kind: 'report' | 'verdicts';
  /** The whole of a report. */
  readonly report?: JsonMap;
  readonly asOf?: string;
  /** Absent: it lists none. */
  readonly runs?: readonly SavedRun[];
  /** Runs that it does not list. */
  readonly leftOut: number;
  /** Absent of verdicts; a report always lists its breaches. */
  readonly breaches?: readonly SavedRun[];
}

/** Why a text is no result that can be held against another. */
export interface Unreadable {
  readonly fault: string;
  readonly hint: string;
}

const HINT = 'It takes what slaudit report -f json and slaudit evaluate -f json, ndjson or csv have written.';

/** Columns without which a row is no verdict record. */
export const VERDICT_KEYS = ['ticket', 'clock', 'cycle', 'outcome'] as const;

/** Reads a report or verdicts from JSON, or verdicts from NDJSON. */
export function readSavedJson(file: string, text: string): SavedResult | Unreadable {
  const whole = parsed(text);
  if (whole === undefined) return readLines(file, text);
  if (Array.isArray(whole)) return verdictsOf(file, whole);
  if (!isMap(whole)) return unknown(file);
  const { verdicts, asOf } = whole;
  if (Array.isArray(verdicts)) return verdictsOf(file, verdicts, typeof asOf === 'string' ? asOf : undefined);
  if (isVerdict(whole)) return verdictsOf(file, [whole]);
  if (!Array.isArray(whole['clocks']) || !isMap(whole['policy'])) return unknown(file);
  if (whole['schemaVersion'] !== 1) {
    return { fault: `"${file}" has the schema version ${String(whole['schemaVersion'])}, and 1 is known`, hint: HINT };
  }
  const { details, breaches } = whole;
  const listed = isMap(details) ? runsOf(details) : undefined;
  return {
    file,
    kind: 'report',
    report: whole,
    ...(typeof asOf === 'string' && { asOf }),
    ...(listed !== undefined && { runs: listed }),
    leftOut: isMap(details) && typeof details['leftOut'] === 'number' ? details['leftOut'] : 0,
    breaches: Array.isArray(breaches) ? breaches.filter(isMap).map((line) => runOf(line, [])) : [],
  };
}

/** Reads verdicts from the cells of a table; what its writer put before a formula is taken away again. */
export function readSavedTable(
  file: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): SavedResult | Unreadable {
  if (VERDICT_KEYS.some((key) => !header.includes(key))) return unknown(file);
  const runs = rows.map((cells) => Object.fromEntries(header.map((key, index) => [key, cellOf(key, cells[index])])));
  return { file, kind: 'verdicts', runs, leftOut: 0 };
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function cellOf(key: string, text = ''): Scalar {
  if (text === '') return null;
  const isNumber = (key === 'cycle' || key.endsWith('_s')) && NUMBER.test(text);
  return isNumber ? Number(text) : text.replace(/^'(?=[=+\-@＝＋－＠])/, '');
}

function readLines(file: string, text: string): SavedResult | Unreadable {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  const broken = values.indexOf(undefined);
  if (lines.length === 0 || broken === 0) return unknown(file);
  if (broken > 0) return { fault: `"${file}" breaks off: line ${broken + 1} is no JSON`, hint: HINT };
  return verdictsOf(file, values);
}

function verdictsOf(file: string, values: readonly unknown[], asOf?: string): SavedResult | Unreadable {
  if (!values.every(isVerdict)) return unknown(file);
  const runs = values.filter(isMap).map((value) => runOf(value, []));
  return { file, kind: 'verdicts', runs, leftOut: 0, ...(asOf !== undefined && { asOf }) };
}

function unknown(file: string): Unreadable {
  return { fault: `"${file}" is no report and holds no verdict records`, hint: HINT };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isVerdict(value: unknown): boolean {
  return isMap(value) && VERDICT_KEYS.every((key) => Object.hasOwn(value, key));
}

function runsOf({ runs, fields }: JsonMap): SavedRun[] | undefined {
  if (!Array.isArray(runs)) return undefined;
  const names = Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : [];
  return runs.filter(isMap).map((line) => runOf(line, names));
}

/** What a report's lines call otherwise than the verdict record, or what is no fact of the run. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  startedAt: 'started_at',
  dueAt: 'due_at',
  stoppedAt: 'stopped_at',
  decidedAt: 'decided_at',
  cancelledAt: 'cancelled_at',
  elapsed: 'elapsed_s',
  within: 'within_s',
  over: 'over_s',
  paused: 'paused_s',
  excluded: 'excluded_s',
  wall: 'wall_s',
  chargedTo: 'charged_to',
  chargedName: 'charged_name',
  chargedKind: 'charged_kind',
  isCounted: 'is_counted',
  offDuty: 'off_duty',
};

function runOf(line: JsonMap, names: readonly string[]): SavedRun {
  const entries = Object.entries(line).flatMap(([key, value]): [string, Scalar][] => {
    if (key === 'fields' && Array.isArray(value)) return names.map((name, index) => [name, blankless(value[index])]);
    if (key === 'lines' && Array.isArray(value)) return [['lines', value.join(' ') || null]];
    if (key === 'excuse' && isMap(value)) return [['excuse', blankless(value['decision'])]];
    if (typeof value === 'object' && value !== null) return [];
    return [[NAMES[key] ?? key, blankless(value)]];
  });
  return Object.fromEntries(entries);
}

/** A blank is written as nothing in records and as '' in a report's lines. */
function blankless(value: unknown): Scalar {
  if (value === '' || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
