import { formatInstant } from '../../calendar/stamps.ts';
import type { Breakdown } from '../../domain/report.ts';
import type { Audit } from '../../run.ts';
import type { AuditRequest } from '../audit-request.ts';
import { commandOf, cutArguments } from '../command-line.ts';
import { deliverAll } from '../deliver-all.ts';
import { digest } from '../digest.ts';
import type { ExitCode } from '../exit-codes.ts';
import { provenanceOf } from '../provenance.ts';
import type { Session } from '../session.ts';
import { type KeptFile, keptFile, type PartFile, THIS_TOOL, writePart } from './part-file.ts';

/** Every part of a report but those that take judging over and over. */
const SECTIONS = { details: true, source: true, timeUse: true, load: true, handOvers: true, latePauses: true } as const;

export interface PartWishes {
  readonly by: readonly Breakdown[] | undefined;
  readonly sensitivity: boolean;
}

/** Writes what the tickets of these exports come to: `undefined` when it is written, else the exit code. */
export async function writePartOf(
  session: Session,
  audit: Audit,
  request: Pick<AuditRequest, 'output' | 'asOf'>,
  { by, sensitivity }: PartWishes,
): Promise<ExitCode | undefined> {
  const { period, asOf } = audit;
  const part = audit.part({ ...SECTIONS, sensitivity, ...(by !== undefined && { by }) });
  const { files, timeZoneData } = await provenanceOf(session, audit, {});
  const agreement: KeptFile[] = [];
  for (const { role, file } of files) {
    if (role === 'export') continue;
    const content = await session.files.read(file);
    agreement.push(keptFile(role, file, content, digest(content).sha256));
  }
  const whole: PartFile = {
    tool: THIS_TOOL,
    timeZoneData,
    scope: {
      ...(period !== undefined && { period }),
      ...{ asOf, isAsOfSaid: request.asOf !== undefined, sensitivity },
      ...(by !== undefined && { by }),
    },
    agreement,
    command: reportCommand(session, audit),
    exports: files.filter(({ role }) => role === 'export'),
    tickets: part.exhibits.tickets,
    part,
  };
  return deliverAll(
    session,
    (request.output ?? ['-']).map((path) => ({
      path,
      isMade: false,
      format: 'part',
      pieces: () => writePart(whole),
    })),
  );
}

/** What belongs to parts alone, and to no report. */
const OF_PARTS: readonly string[] = ['--partial', '--sensitivity'];

function reportCommand(session: Session, { period, asOf }: Audit): PartFile['command'] {
  const { argv, options } = session;
  const circumstance = { ...(period !== undefined && { period: period.label }), asOf: formatInstant(asOf) };
  const paths = cutArguments(argv, options).flatMap((each) => (each.kind === 'word' ? [each.word] : []));
  const words = commandOf(argv, options, circumstance).slice(2, -(paths.length - 1) || undefined);
  return { options: words.filter((word) => word !== '--' && !OF_PARTS.includes(word)), paths: paths.slice(1) };
}
