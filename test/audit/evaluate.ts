import { parse } from 'csv-parse/sync';
import type { Report } from '../../src/domain/report.ts';
import { runIn } from '../cli/made-world.ts';

/** A verdict record as `evaluate` writes it: every value is text, '' when empty. */
export type Row = Readonly<Record<string, string>>;

/** Runs `slaudit evaluate` on texts and reads what it wrote. Fails on any exit code but 0. */
export async function evaluate(
  policy: string,
  exports: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Row[]> {
  return parse(await evaluateText(policy, exports, ...options), { columns: true }) as Row[];
}

/** The same, as the text that was written. */
export async function evaluateText(
  policy: string,
  exports: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<string> {
  const files = { 'policy.yaml': policy, ...exports };
  const outcome = await runIn({ files }, 'evaluate', '-p', 'policy.yaml', ...options, ...Object.keys(exports));
  if (outcome.code !== 0) throw new Error(`exit ${outcome.code}: ${outcome.stderr}`);
  return outcome.stdout;
}

/** Runs `slaudit report -f json` on texts. Fails on any exit code but 0. */
export async function evaluateReport(
  policy: string,
  exports: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Report> {
  const files = { 'policy.yaml': policy, ...exports };
  const outcome = await runIn(
    { files },
    'report',
    '-p',
    'policy.yaml',
    '-f',
    'json',
    ...options,
    ...Object.keys(exports),
  );
  if (outcome.code !== 0) throw new Error(`exit ${outcome.code}: ${outcome.stderr}`);
  return JSON.parse(outcome.stdout) as Report;
}
