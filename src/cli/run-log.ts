import manifest from '../../package.json' with { type: 'json' };
import { formatInstant } from '../calendar/stamps.ts';
import { codes } from '../diagnostics/codes.ts';
import { byCodeUnits } from '../figures/order.ts';
import { visible } from '../locale/visible.ts';
import { shellWords } from '../report/provenance/shell-words.ts';
import { cutArguments } from './command-line.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Session } from './session.ts';
import { resultOf } from './status.ts';
import { isSystemError } from './world.ts';

/**
 * The lines that `--log` adds: with which arguments the program was started, what it read, by which policy it judged, what it found and
 * wrote, how it ended. Each begins with the instant at which the run ended, in UTC, so that many runs can stand in one file.
 */
export async function runLog(session: Session, code: ExitCode): Promise<string> {
  const { knowledge } = session;
  const { policy, audit, report, passed, written } = knowledge;
  const lines = [`started slaudit ${manifest.version}: ${shellWords(['slaudit', ...shownArguments(session)])}`];
  for (const { role, file } of knowledge.inputs)
    lines.push(`read ${role} ${quoted(file)}: ${await sizeOf(session, file)}`);
  for (const { file, rows, setAside, written: { format = 'unknown', encoding } = {} } of audit?.tallies ?? []) {
    const reasons = [...setAside].sort(([a], [b]) => byCodeUnits(a, b)).map(([reason, count]) => `${reason} ${count}`);
    const lost = [...setAside.values()].reduce((sum, count) => sum + count, 0);
    const aside = lost === 0 ? '' : ` (${reasons.join(', ')})`;
    const how = encoding === undefined ? format : `${format} in ${encoding}`;
    lines.push(`rows of ${quoted(file)}: ${how}, ${rows} read, ${rows - lost} used, ${lost} set aside${aside}`);
  }
  if (policy !== undefined) lines.push(`policy ${quoted(policy.file)}: ${quoted(policy.name)}`);
  if (audit !== undefined) {
    const period = audit.period === undefined ? 'everything' : `period ${audit.period.label}`;
    lines.push(`judged ${period} as of ${formatInstant(audit.asOf)}`);
    lines.push(...findingLines(audit.findings()));
  }
  if (report !== undefined) {
    const breaches = report.clocks.reduce((sum, { breached }) => sum + breached, 0);
    lines.push(
      `counted ${report.tickets.created} tickets, ${breaches} breaches, ${report.rows.used} of ${report.rows.rows} rows used`,
    );
  }
  for (const threshold of passed) lines.push(`passed ${threshold}`);
  for (const { file, format, bytes, sha256 } of written) {
    lines.push(`wrote ${quoted(file)}: ${format}, ${bytes} bytes, sha256 ${sha256}`);
  }
  lines.push(`ended ${code} ${resultOf(code)}`);
  const at = formatInstant(session.now());
  return lines.map((line) => `${at} ${visible(line).replaceAll('\n', ' ')}\n`).join('');
}

/** As they were given; of a run that hides people, without whom they name, known or not. */
function shownArguments({ argv, options, knowledge: { audit } }: Session): readonly string[] {
  if (!argv.some((word) => /^--(?:redact|pseudonymise)(?:=|$)/.test(word))) return argv;
  // The parser refused them: nobody knows which is whose name.
  if (options.length === 0) return [...argv.slice(0, 1), HIDDEN];
  const [command, about] = cutArguments(argv, options).flatMap((each) => (each.kind === 'word' ? [each.word] : []));
  const isAboutOne = command === 'statement' || (command === 'explain' && audit === undefined);
  return argv.map((word) => {
    const shown = audit?.hidden?.argument(word) ?? word;
    return isAboutOne && word === about && shown === word ? HIDDEN : shown;
  });
}

const HIDDEN = '…';

/** As far as it could be read. */
async function sizeOf({ digests }: Session, file: string): Promise<string> {
  try {
    const { bytes, sha256 } = await digests.digestOf(file);
    return `${bytes} bytes, sha256 ${sha256}`;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `could not be read (${error.code})`;
  }
}

function findingLines(findings: readonly { readonly code: keyof typeof codes; readonly count?: number }[]): string[] {
  const counts = new Map<keyof typeof codes, number>();
  for (const { code, count = 1 } of findings) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([code, count]) => `found ${codes[code].severity} ${code}: ${count}`);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
