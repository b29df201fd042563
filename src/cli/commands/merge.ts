import type { CommandDefinition } from '../command-definition.ts';
import type { ExitCode } from '../exit-codes.ts';
import { readFailOn } from '../fail-on.ts';
import * as option from '../options.ts';
import { registries } from '../registries.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';
import type { ShowingRequest } from '../write-report.ts';

const USAGE = 'PART... [--view VIEW] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit evaluate -p policy.yaml --period 2026-10 --partial -o north.part north.csv    # here
  slaudit evaluate -p policy.yaml --period 2026-10 --partial -o south.part south.csv    # there, at the same time
  slaudit merge north.part south.part -f html -o 2026-10.html    # as slaudit report north.csv south.csv

The result is that of one run over all exports, byte for byte. Each ticket must have all its rows in one part. Exit 65: the parts
are not of one whole, by policy, period, options or version, or share a ticket.`;

interface Request extends ShowingRequest {
  readonly failOn?: readonly string[];
}

export const merge: CommandDefinition = {
  declare: async (command, choose) => {
    const [{ views }, { formats, catalogues }] = await Promise.all([
      import('../../report/views/views.ts'),
      registries(),
    ]);
    command
      .usage(USAGE)
      .argument('<parts...>', 'what slaudit evaluate --partial has written')
      .option(
        '--view <views>',
        `what to show, separated by commas: ${Object.keys(views).join(', ')}; else the summary, and in documents all`,
        option.list,
      )
      .addOption(option.failOn())
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.outputs())
      .addOption(option.manifest())
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width())
      .addOption(option.quiet())
      .addOption(option.noColor())
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((session) => mergeReports(session, files, request)));
  },
};

async function mergeReports(session: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const [{ readParts }, { mergeParts }, { planReport, writeReported }, { partsOfAll }, { languageOf }] =
    await Promise.all([
      import('../parts/read-parts.ts'),
      import('../parts/merged-audit.ts'),
      import('../write-report.ts'),
      import('../report-plan.ts'),
      import('../appearance.ts'),
    ]);
  const plan = await planReport(session, request);
  if ('exit' in plan) return plan.exit;
  const reading = await readParts(session, files);
  if ('exit' in reading) return reading.exit;
  const [first] = reading.parts;
  const { provenance: _, ...wanted } = partsOfAll(plan.wishes);
  if (wanted.sensitivity && first?.scope.sensitivity !== true) {
    const hint = 'Make the parts with slaudit evaluate --partial --sensitivity.';
    return refuse(session, 'the parts know of no other reading of the policy’s rules', hint);
  }
  const merged = await mergeParts(session, reading.parts);
  if ('exit' in merged) return merged.exit;
  const { audit, provenanceOf } = merged;
  const failing = await readFailOn(session, request.failOn ?? [], audit.policy);
  if ('exit' in failing) return failing.exit;

  const by = first?.scope.by === undefined ? {} : { by: first.scope.by };
  // What is in the parts is merged, whether it is shown or not: their totals are all of one make.
  const whole = { ...wanted, breachLines: true, breachParties: false, trend: true, backlog: true };
  const figures = audit.report({ language: languageOf(audit.policy, request), ...by, ...whole });
  const reported = { audit, figures, findings: audit.findings(), provenanceOf };
  return writeReported(session, reported, plan.wishes, request, failing.thresholds);
}
