import type { Policy } from '../../domain/policy.ts';
import type { AppearanceRequest } from '../appearance.ts';
import type { AuditRequest } from '../audit-request.ts';
import { breakdownsOn, isRefusal } from '../breakdowns.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { refuseCrowds } from '../crowds.ts';
import type { ExitCode } from '../exit-codes.ts';
import { readFailOn } from '../fail-on.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import { registries } from '../registries.ts';
import type { Session } from '../session.ts';
import { silence } from '../silence.ts';
import { refuse } from '../tell.ts';
import { tellings } from '../tellings.ts';

const USAGE = 'FILES... -p POLICY [--period PERIOD] [--by FIELDS] [--view VIEW] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit report -p policy.yaml 2026-10.csv                                     # tables in the terminal
  slaudit report -p policy.yaml --period 2026-10 --by employee,channel *.csv    # October by employee, and each by channel
  slaudit report -p policy.yaml --view breaches -f csv -o breaches.csv *.csv    # each breach behind the numbers
  slaudit report -p policy.yaml --period 2026-10 --view consequences -f csv *.csv    # fines, warnings and the rest, as HR imports them
  slaudit report -p policy.yaml --sensitivity *.csv                             # whose breaches hang on how a rule is read`;

interface Request extends AuditRequest, AppearanceRequest {
  readonly by?: readonly string[];
  readonly view?: readonly string[];
  readonly sensitivity?: boolean;
  readonly failOn?: readonly string[];
}

export const report: CommandDefinition = {
  declare: async (command, choose) => {
    const { views, formats, catalogues } = await viewsAndRegistries();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .addOption(option.by())
      .option(
        '--view <views>',
        `what to show, separated by commas: ${Object.keys(views).join(', ')}; else the summary, and in documents all`,
        option.list,
      )
      .option('--sensitivity', 'also judge by every other reading of the policy’s rules: the view sensitivity')
      .addOption(option.failOn())
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((session) => writeReport(session, files, request)));
  },
};

async function viewsAndRegistries() {
  const [{ views }, others] = await Promise.all([import('../../report/views/views.ts'), registries()]);
  return { views, ...others };
}

async function writeReport(session: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const [{ openAudit }, looks, { partsOfAll }, { provenanceOf }, { planReport, writeReported }] = await Promise.all([
    import('../open-audit.ts'),
    import('../appearance.ts'),
    import('../report-plan.ts'),
    import('../provenance.ts'),
    import('../write-report.ts'),
  ]);
  const { sensitivity = false } = request;
  if (sensitivity && request.view?.includes('sensitivity') === false) {
    return refuse(session, '--sensitivity is a view of its own', 'Add it to the others: --view summary,sensitivity.');
  }
  const plan = await planReport(session, request, sensitivity ? ['sensitivity'] : undefined);
  if ('exit' in plan) return plan.exit;

  const { wishes } = plan;
  const { provenance: isMadeKnown, ...parts } = partsOfAll(wishes);
  // A hash takes a fiftieth of the time: nobody pays for one that is not told.
  if (!isMadeKnown && request.manifest !== true && tellings(session.argv).log === undefined) session.digests.onDemand();
  const wanted = async (policy: Policy) => {
    const by = await breakdownsOn({ ...session, stderr: silence }, request.by, [policy]);
    return isRefusal(by) ? undefined : { ...(by !== undefined && { by }), ...parts };
  };
  const opening = await openAudit(session, files, request, { wanted });
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const breakdowns = await breakdownsOn(session, request.by, [audit.policy]);
  if (isRefusal(breakdowns)) return breakdowns;

  const crowded = await refuseCrowds(session, audit, breakdowns);
  if (crowded !== undefined) return crowded;

  const failing = await readFailOn(session, request.failOn ?? [], audit.policy);
  if ('exit' in failing) return failing.exit;

  const by = breakdowns === undefined ? {} : { by: breakdowns };
  const figures = audit.report({ language: looks.languageOf(audit.policy, request), ...by, ...parts });
  const reported = {
    ...{ audit, figures, findings: audit.findings() },
    provenanceOf: (showing: object) => provenanceOf(session, audit, showing),
  };
  return writeReported(session, reported, wishes, request, failing.thresholds);
}
