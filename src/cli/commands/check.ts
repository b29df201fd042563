import type { FormatName } from '../../report/formats/formats.ts';
import type { AppearanceRequest } from '../appearance.ts';
import type { AuditRequest } from '../audit-request.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { refuseCrowds } from '../crowds.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readFailOn } from '../fail-on.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import { registries } from '../registries.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';

const USAGE = "FILES... -p POLICY [--period PERIOD] [--fail-on 'attainment(CLOCK) < 95%'] [-f FORMAT] [-o PATH]";

const EXAMPLES = `
Examples:
  slaudit check -p policy.yaml --period last-month 2026-*.csv && echo kept       # objectives of the policy: 0 or 1
  slaudit check -p policy.yaml --fail-on 'p95(resolution) > 8h' *.csv            # and a threshold of one's own
  slaudit check -p policy.yaml --quiet *.csv                                     # says something only where one is missed

Exit 1: an objective of the policy was missed, or a threshold was passed. What had nothing to measure is no failure, and is told.
Groups of an objective (by: …) are told by the report; only the whole decides here.`;

interface Request extends AuditRequest, AppearanceRequest {
  readonly failOn?: readonly string[];
  readonly format?: string;
}

export const check: CommandDefinition = {
  declare: async (command, choose) => {
    const { formats, catalogues } = await registries();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .addOption(option.failOn())
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((world) => writeChecks(world, files, request)));
  },
};

async function writeChecks(world: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const [
    { openAudit },
    { tellFindings },
    { isLanguage },
    { renderView },
    { check: view },
    { checkList },
    { planOutputs },
    { writeEach },
  ] = await Promise.all([
    import('../open-audit.ts'),
    import('../findings.ts'),
    import('../appearance.ts'),
    import('../../report/render.ts'),
    import('../../report/views/check.ts'),
    import('../../figures/check-list.ts'),
    import('../outputs.ts'),
    import('../results.ts'),
  ]);
  const { formats, catalogues } = await registries();
  const { lang, quiet = false, failOn = [] } = request;
  const plan = await planOutputs<FormatName>(world, request, formats, 'table');
  if ('exit' in plan) return plan.exit;
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(world, '--lang', lang, Object.keys(catalogues));

  const opening = await openAudit(world, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const crowded = await refuseCrowds(world, audit);
  if (crowded !== undefined) return crowded;
  const thresholds = await readFailOn(world, failOn, audit.policy);
  if ('exit' in thresholds) return thresholds.exit;
  const report = audit.report({ breachLines: false });
  const list = checkList(report, thresholds.thresholds);
  world.knowledge.report = report;
  world.knowledge.passed = list.lines.filter(({ isKept }) => isKept === false).map(({ id }) => id);
  if (list.lines.length === 0) {
    const hint = "Give one: attain: 90% under a clock, an entry of objectives, or --fail-on 'attainment(CLOCK) < 95%'.";
    return refuse(world, `${audit.policy.file} has no objective, and no --fail-on says what to check`, hint);
  }
  // That there was nothing to measure is no success: a job whose export is empty must not look healthy.
  const isSilent = quiet && list.missed + list.unmeasured === 0 && request.output === undefined;
  const failure = await writeEach(world, audit, request, plan, {
    name: 'check',
    render: (format, options) => (isSilent ? [] : renderView(view, list, format, options)),
  });
  if (failure !== undefined) return failure;
  await tellFindings(world, audit.policy, audit.findings(), request);
  return list.missed > 0 ? EXIT.missed : EXIT.done;
}
