import type { Verdict } from '../../domain/verdict.ts';
import { isCounted } from '../../figures/counted.ts';
import type { Format } from '../../report/formats/format.ts';
import type { FormatName } from '../../report/formats/formats.ts';
import type { Audit } from '../../run.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { AuditRequest } from '../open-audit.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';

const USAGE = 'FILES... -p POLICY [--period PERIOD [--open]] [-f FORMAT] [-o PATH]';

const EXAMPLES = `
Examples:
  slaudit evaluate -p policy.yaml 2026-10.csv                         # every run there is
  slaudit evaluate -p policy.yaml --period 2026-10 --open 2026-*.csv  # decided in October, and open at its end
  slaudit evaluate -p policy.yaml -f ndjson -o verdicts.ndjson -      # from standard input`;

interface Request extends AuditRequest {
  readonly format?: string;
  readonly open?: boolean;
}

export const evaluate: CommandDefinition = {
  declare: async (command, choose) => {
    const formats = await recordFormats();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .option('--open', 'with --period: also the runs that were still going at its end')
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)));
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((world) => writeVerdicts(world, files, request)));
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

async function writeVerdicts(world: Session, files: readonly string[], request: Request): Promise<ExitCode> {
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
