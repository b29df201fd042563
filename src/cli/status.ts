import manifest from '../../package.json' with { type: 'json' };
import { formatInstant } from '../calendar/stamps.ts';
import { codes } from '../diagnostics/codes.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { WrittenFile } from './knowledge.ts';
import type { Session } from './session.ts';

/**
 * How a run ended, as one line of JSON, version 1. What the run did not come to know before it ended is `null`. Nothing in it comes
 * from the clock on the wall: the same command on the same files gives the same line.
 */
export interface Status {
  readonly schemaVersion: 1;
  readonly kind: 'status';
  readonly tool: string;
  readonly command: string;
  readonly exit: ExitCode;
  readonly result: string;
  readonly policy: { readonly file: string; readonly name: string } | null;
  /** `null` also where everything was reported. */
  readonly period: string | null;
  readonly asOf: string | null;
  /** `used` and `setAside`: only where a report was made. */
  readonly rows: { readonly read: number; readonly used: number | null; readonly setAside: number | null } | null;
  readonly tickets: number | null;
  readonly breaches: number | null;
  readonly attainment: readonly {
    readonly clock: string;
    readonly percent: number | null;
    readonly numerator: number;
    readonly denominator: number;
  }[];
  /** Objectives that were missed and thresholds that were passed, as they are written. */
  readonly passed: readonly string[];
  readonly findings: { readonly errors: number; readonly warnings: number; readonly notes: number } | null;
  /** In the order in which they appeared. */
  readonly written: readonly WrittenFile[];
}

const RESULTS: Readonly<Record<ExitCode, string>> = {
  [EXIT.done]: 'done',
  [EXIT.missed]: 'missed',
  [EXIT.wrongUsage]: 'wrong-usage',
  [EXIT.unusableExport]: 'unusable-export',
  [EXIT.fileNotFound]: 'file-not-found',
  [EXIT.ourBug]: 'bug',
  [EXIT.cannotWrite]: 'cannot-write',
  [EXIT.badPolicy]: 'bad-policy',
};

export function resultOf(code: ExitCode): string {
  return RESULTS[code];
}

export function statusOf({ argv, knowledge }: Session, code: ExitCode): string {
  const { policy, audit, report, passed, written } = knowledge;
  const read = audit?.rows.read ?? null;
  const status: Status = {
    schemaVersion: 1,
    kind: 'status',
    tool: manifest.version,
    command: argv[0] ?? '',
    exit: code,
    result: resultOf(code),
    policy: policy ?? null,
    period: audit?.period?.label ?? null,
    asOf: audit === undefined ? null : formatInstant(audit.asOf),
    rows:
      report !== undefined
        ? { read: report.rows.rows, used: report.rows.used, setAside: report.rows.rows - report.rows.used }
        : read === null
          ? null
          : { read, used: null, setAside: null },
    tickets: report?.tickets.created ?? null,
    breaches: report?.clocks.reduce((sum, { breached }) => sum + breached, 0) ?? null,
    attainment: report?.clocks.map(({ clock, attainment }) => ({ clock, ...attainment })).map(ordered) ?? [],
    passed,
    findings: audit === undefined ? null : countFindings(audit.findings()),
    written,
  };
  // Nothing in it that a terminal would obey, so that the line on standard error is the one in the file.
  const line = JSON.stringify(status).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, asUnits);
  return `${line}\n`;
}

function ordered({
  clock,
  percent,
  numerator,
  denominator,
}: Status['attainment'][number]): Status['attainment'][number] {
  return { clock, percent, numerator, denominator };
}

function countFindings(findings: readonly { readonly code: keyof typeof codes; readonly count?: number }[]) {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { code, count = 1 } of findings) counts[codes[code].severity] += count;
  return { errors: counts.error, warnings: counts.warning, notes: counts.note };
}

function asUnits(sign: string): string {
  return sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
