import manifest from '../../../package.json' with { type: 'json' };
import type { FileDigest, FileRole, Provenance } from '../../domain/provenance.ts';
import type { Breakdown } from '../../domain/report.ts';
import type { Instant, Period } from '../../domain/time.ts';
import { isMap, type JsonMap } from '../../report/json-map.ts';
import type { AuditedPart } from '../../run.ts';
import { build } from '../build.ts';
import { fromPlainJson, toPlainJson } from './plain-json.ts';

/** With which totals parts are filled; another number cannot be merged with this one. */
const SCHEMA_VERSION = 1;

/** How a part was judged: parts that differ in it are no parts of one whole. */
export interface PartScope {
  readonly period?: Period;
  readonly asOf: Instant;
  /** It was said as such, and not taken from the period's end. */
  readonly isAsOfSaid: boolean;
  readonly by?: readonly Breakdown[];
  readonly sensitivity: boolean;
}

/** A file that the tickets were judged by, with its content: whoever merges need not have it. */
export interface KeptFile extends FileDigest {
  /** Base64. */
  readonly content: string;
}

/** What `evaluate --partial` writes. */
export interface PartFile {
  readonly tool: Pick<Provenance['tool'], 'version' | 'build'>;
  readonly timeZoneData: string;
  readonly scope: PartScope;
  /** The policy first, under its own name, then what it names. */
  readonly agreement: readonly KeptFile[];
  /** Of the command that reports on these exports alone: its options, and the exports as they were named. */
  readonly command: { readonly options: readonly string[]; readonly paths: readonly string[] };
  /** The exports, in the order in which they were read. */
  readonly exports: readonly FileDigest[];
  readonly tickets: readonly string[];
  readonly part: AuditedPart;
}

export const THIS_TOOL = { version: manifest.version, build };

/** One JSON object; its members stand on lines of their own, for the last is long. */
export function* writePart({ part, tickets, ...rest }: PartFile): Generator<string> {
  const { exhibits, ...own } = part;
  const { tickets: _, ...notes } = exhibits;
  yield `{"schemaVersion":${SCHEMA_VERSION},"kind":"part"`;
  for (const [key, value] of Object.entries(rest)) yield `,\n"${key}":${toPlainJson(value)}`;
  yield `,\n"tickets":${toPlainJson(tickets)},\n"notes":${toPlainJson(notes)}`;
  for (const [key, value] of Object.entries(own)) yield `,\n"${key}":${toPlainJson(value)}`;
  yield '}\n';
}

/** Reads a part; `undefined`: it is none of this version. */
export function readPart(text: string): PartFile | undefined {
  let whole: unknown;
  try {
    whole = fromPlainJson(text);
  } catch {
    return undefined;
  }
  if (!isMap(whole) || whole['kind'] !== 'part' || whole['schemaVersion'] !== SCHEMA_VERSION) return undefined;
  const { tool, timeZoneData, scope, agreement, command, exports, tickets, notes, totals, walk, proofs } = whole;
  const isWhole =
    hasTexts(tool, 'version', 'build') &&
    typeof timeZoneData === 'string' &&
    isMap(scope) &&
    isList(agreement, (each) => hasTexts(each, 'role', 'file', 'sha256', 'content')) &&
    isMap(command) &&
    isList(command['options'], isText) &&
    isList(command['paths'], isText) &&
    isList(exports, (each) => hasTexts(each, 'role', 'file', 'sha256')) &&
    isList(tickets, isText) &&
    [notes, totals, walk, proofs].every(isMap);
  if (!isWhole) return undefined;
  const part = { exhibits: { ...(notes as JsonMap), tickets }, totals, walk, proofs };
  return { tool, timeZoneData, scope, agreement, command, exports, tickets, part } as unknown as PartFile;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function hasTexts(value: unknown, ...keys: string[]): boolean {
  return isMap(value) && keys.every((key) => isText(value[key]));
}

function isList(value: unknown, isOne: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

/** A file of a part as it was read. */
export function keptFile(role: FileRole, file: string, content: Uint8Array, sha256: string): KeptFile {
  return { role, file, bytes: content.length, sha256, content: Buffer.from(content).toString('base64') };
}
