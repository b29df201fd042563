import type { Report } from '../../../domain/report.ts';
import type { Catalogue } from '../../../locale/catalogue.ts';

/** What is to be typed to see the proof of a ticket of this report. */
export function explainCommand({
  ticket,
  report,
  words,
}: {
  ticket?: string;
  report: Report;
  words: Catalogue;
}): string {
  const subject = ticket === undefined ? words.page.proofs.ticket : quoted(ticket);
  return ['slaudit explain', subject, ...audited(report, words)].join(' ');
}

/** What is to be typed to see all its runs. */
export function evaluateCommand(report: Report, words: Catalogue): string {
  return ['slaudit evaluate', ...audited(report, words), '-f csv -o runs.csv'].join(' ');
}

/** The policy, the time and the files. */
function audited({ policy, period, asOf, provenance, rows }: Report, words: Catalogue): string[] {
  const exports = provenance?.files.filter(({ role }) => role === 'export').map(({ file }) => file);
  // A sheet or a member of an archive is read by the name of its file.
  const files = exports ?? [...new Set(rows.byFile.map(({ file }) => file.replace(/#.*$/s, '')))];
  return [
    `-p ${quoted(policy.file)}`,
    ...(period === undefined ? [] : [`--period ${quoted(period.label)}`]),
    `--as-of ${quoted(asOf)}`,
    ...(files.length === 0 || files.length > MOST_FILES ? [words.page.proofs.files] : files.map(quoted)),
  ];
}

/** More names than these nobody reads. */
const MOST_FILES = 6;

/** One word of a shell. */
function quoted(word: string): string {
  return /^[\p{Letter}\p{Number}_./:@+-]+$/u.test(word) && !word.startsWith('-')
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
