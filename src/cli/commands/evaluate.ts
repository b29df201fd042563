import type { Verdict } from '../../domain/verdict.ts';
import { isCounted } from '../../figures/counted.ts';
import type { Format } from '../../report/formats/format.ts';
import type { FormatName } from '../../report/formats/formats.ts';
import type { Audit } from '../../run.ts';
import type { AuditRequest } from '../audit-request.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';

const USAGE = 'FILES... -p POLICY [--period PERIOD [--open]] [-f FORMAT | --partial] [-o PATH]';

const EXAMPLES = `
Examples:
  slaudit evaluate -p policy.yaml 2026-10.csv                         # every run there is
  slaudit evaluate -p policy.yaml --period 2026-10 --open 2026-*.csv  # decided in October, and open at its end
  slaudit evaluate -p policy.yaml -f ndjson -o verdicts.ndjson -      # from standard input
  slaudit evaluate -p policy.yaml --period 2026-10 --partial -o north.json north.csv   # a part of a report, for slaudit merge`;

interface Request extends AuditRequest {
  readonly format?: string;
  readonly open?: boolean;
  readonly partial?: boolean;
  readonly by?: readonly string[];
  readonly sensitivity?: boolean;
}

export const evaluate: CommandDefinition = {
  declare: async (command, choose) => {
    const formats = await recordFormats();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .option('--open', 'with --period: also the runs that were still going at its end')
      .option('--partial', 'write what these tickets come to, for slaudit merge to make one report of many such parts')
      .option(
        '--by <fields>',
        'with --partial: by what the report is to be divided, as in slaudit report',
        option.several,
      )
      .option('--sensitivity', 'with --partial: so that the report can have the view sensitivity')
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)));
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) =>
        choose((world) => (request.partial === true ? writePartial : writeVerdicts)(world, files, request)),
      );
  },
};

/** The formats for machines, as a record has more columns than a screen, and those whose table scrolls. */
async function recordFormats(): Promise<Record<FormatName, Format>> {
  const { formats } = await import('../../report/formats/formats.ts');
  const isRecordFormat = ([, { reader, mostRecords }]: [string, Format]) => {
    return reader === 'machine' || mostRecords !== undefined;
  };
  return Object.fromEntries(Object.entries(formats).filter(isRecordFormat)) as Record<FormatName, Format>;
}

/** For `slaudit merge`. */
async function writePartial(session: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const wrong = wrongPart(request);
  if (wrong !== undefined) return refuse(session, ...wrong);
  const [{ openAudit }, { tellFindings }, { writePartOf }, { breakdownsOn, isRefusal }, { refuseCrowds }] =
    await Promise.all([
      import('../open-audit.ts'),
      import('../findings.ts'),
      import('../parts/write-part.ts'),
      import('../breakdowns.ts'),
      import('../crowds.ts'),
    ]);
  const opening = await openAudit(session, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const by = await breakdownsOn(session, request.by, [audit.policy]);
  if (isRefusal(by)) return by;
  const crowded = await refuseCrowds(session, audit, by);
  if (crowded !== undefined) return crowded;
  const failure = await writePartOf(session, audit, request, { by, sensitivity: request.sensitivity === true });
  if (failure !== undefined) return failure;
  await tellFindings(session, audit.policy, audit.findings(), request);
  return EXIT.done;
}

/** Why there can be no such part, and what to do. */
function wrongPart(request: Request): [fault: string, hint: string] | undefined {
  const { period, asOf, format, open, manifest } = request;
  if (period === undefined && asOf === undefined) {
    // Each would be judged as of its own last stamp.
    return ['--partial needs --as-of or --period', 'All parts of a report are judged as of one instant.'];
  }
  if (format !== undefined) return ['--partial has a format of its own', 'Leave -f out, and say it to slaudit merge.'];
  if (open === true) return ['--partial writes no verdicts, so that --open says nothing of it', 'Leave --open out.'];
  if (manifest === true) {
    return ['a part says itself what it was made from', 'Leave --manifest out, and say it to slaudit merge.'];
  }
  if (request.redact === true || request.pseudonymise !== undefined) {
    return ['a part names people, so that parts can be merged', 'Hide them in the report: slaudit report --redact.'];
  }
  return undefined;
}

async function writeVerdicts(world: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  if (request.by !== undefined || request.sensitivity === true) {
    const which = request.by === undefined ? '--sensitivity' : '--by';
    return refuse(
      world,
      `${which} says something of a report, and evaluate writes verdicts`,
      'It goes with --partial.',
    );
  }
  const [{ planOutputs }, formats] = await Promise.all([import('../outputs.ts'), recordFormats()]);
  const plan = await planOutputs<FormatName>(world, request, formats, 'csv');
  if ('exit' in plan) return plan.exit;

  const [{ openAudit }, { tellFindings }, { writeEach }, { renderVerdicts }, { formatInstant }] = await Promise.all([
    import('../open-audit.ts'),
    import('../findings.ts'),
    import('../results.ts'),
    import('../../report/render.ts'),
    import('../../calendar/stamps.ts'),
  ]);
  const opening = await openAudit(world, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const most = Math.min(...plan.outputs.map(({ format }) => formats[format].mostRecords ?? Number.POSITIVE_INFINITY));
  if (
    Number.isFinite(most) &&
    selected(audit, request.open === true)
      .take(most + 1)
      .toArray().length > most
  ) {
    const hint =
      'Write -f xlsx or -f csv, say a shorter --period, or see the runs behind the figures in report -f html.';
    return refuse(world, `a page holds ${most} verdict records at the most, and there are more`, hint);
  }
  const failure = await writeEach(world, audit, request, plan, {
    name: 'evaluate',
    render(format, options) {
      // Judged again for each format: a million verdicts are not kept.
      const verdicts = selected(audit, request.open === true);
      return renderVerdicts(audit.policy, verdicts, format, options, {
        schemaVersion: 1,
        asOf: formatInstant(audit.asOf),
      });
    },
  });
  if (failure !== undefined) return failure;
  await tellFindings(world, audit.policy, audit.findings(), request);
  return EXIT.done;
}

/** Without a period everything; else what was decided in it (S27), and with `open` what was still going at its end. */
function* selected({ period, ...audit }: Audit, open: boolean): Generator<Verdict> {
  for (const { verdicts } of audit.verdicts()) {
    for (const verdict of verdicts) {
      if (period === undefined || (isCounted(verdict, period) && (open || !isGoing(verdict)))) yield verdict;
    }
  }
}

function isGoing({ outcome, decidedAt, run }: Verdict): boolean {
  return outcome !== 'undecided' && decidedAt === undefined && run.stop === undefined;
}
