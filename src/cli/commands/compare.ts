import type { FormatName } from '../../report/formats/formats.ts';
import type { Audit } from '../../run.ts';
import type { AppearanceRequest } from '../appearance.ts';
import type { AuditRequest } from '../audit-request.ts';
import { breakdownsOn, isRefusal } from '../breakdowns.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { refuseCrowds } from '../crowds.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Input } from '../knowledge.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import { registries } from '../registries.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';

const USAGE =
  'FILES... -p BEFORE -p AFTER [--period PERIOD] | -p POLICY --period BEFORE --period AFTER  [--by FIELDS] [-f FORMAT] [-o PATH]';

const EXAMPLES = `
Examples:
  slaudit compare -p 2026.yaml -p 2027.yaml --period 2026-10 2026-*.csv       # whose verdicts and which fines a new policy would change
  slaudit compare -p policy.yaml --period 2026-09 --period 2026-10 *.csv      # October against September
  slaudit compare -p policy.yaml --period 2026-09 --period 2026-10 --by employee,channel *.csv   # whose figures change, and where
  slaudit compare -p old.yaml -p new.yaml -f csv -o changes.csv *.csv         # every change on a line

A verdict that is another under the second policy is told with the rule that makes it so. Verdicts that the source itself
gives are held against ours by: slaudit report --view source.`;

const WHAT = 'Give two policies, -p BEFORE -p AFTER, or one and two periods, --period BEFORE --period AFTER.';

interface Request extends Omit<AuditRequest, 'policy' | 'period'>, AppearanceRequest {
  readonly policy: readonly string[];
  readonly period?: readonly string[];
  readonly by?: readonly string[];
}

export const compare: CommandDefinition = {
  declare: async (command, choose) => {
    const { formats, catalogues } = await registries();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports')
      .addOption(option.by())
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command, { isComparison: true })
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((session) => writeComparison(session, files, request)));
  },
};

async function writeComparison(session: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const [
    { openAudit },
    { tellFindings },
    { isLanguage, languages },
    { renderView },
    { compare: view },
    { comparePeriods, comparePolicies },
    { planOutputs },
    { writeEach },
    { findingsOfPeriods, findingsOfPolicies },
  ] = await Promise.all([
    import('../open-audit.ts'),
    import('../findings.ts'),
    import('../appearance.ts'),
    import('../../report/render.ts'),
    import('../../report/views/compare.ts'),
    import('../../audit/comparing.ts'),
    import('../outputs.ts'),
    import('../results.ts'),
    import('../compared-findings.ts'),
  ]);
  const { formats } = await registries();
  const { lang } = request;
  const plan = await planOutputs<FormatName>(session, request, formats, 'table');
  if ('exit' in plan) return plan.exit;
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(session, '--lang', lang, languages);
  const sides = sidesOf(request);
  if (sides === undefined) return refuse(session, 'there are not two things to compare', WHAT);
  if (files.includes('-')) {
    return refuse(session, 'standard input can be read only once, and a comparison reads twice', 'Name files.');
  }
  if (request.redact === true) {
    const hint = 'Two reports number people each in its own way. Codes are the same in both: --pseudonymise KEYFILE.';
    return refuse(session, '--redact cannot hide people in a comparison', hint);
  }

  const audits: Audit[] = [];
  const inputs = new Map<string, Input>();
  for (const side of sides) {
    const opening = await openAudit(session, files, side);
    if ('exit' in opening) return opening.exit;
    audits.push(opening.audit);
    for (const input of session.knowledge.inputs) inputs.set(`${input.role} ${input.file}`, input);
  }
  const [before, after] = audits;
  if (before === undefined || after === undefined) throw new Error('a comparison has two sides');
  session.knowledge.inputs = [...inputs.values()];
  const by = await breakdownsOn(
    session,
    request.by,
    audits.map(({ policy }) => policy),
  );
  if (isRefusal(by)) return by;
  for (const audit of audits) {
    const crowded = await refuseCrowds(session, audit, by);
    if (crowded !== undefined) return crowded;
  }
  const isOverTime = request.policy.length === 1;
  if (isOverTime) {
    session.knowledge.periods = [before, after].flatMap(({ period }) => (period === undefined ? [] : [period.label]));
  }
  const comparison = isOverTime ? comparePeriods(before, after, by) : comparePolicies(before, after, by);
  const failure = await writeEach(session, after, request, plan, {
    name: 'compare',
    render: (format, options) => renderView(view, comparison, format, options),
  });
  if (failure !== undefined) return failure;
  const findings = isOverTime ? findingsOfPeriods(before, after) : findingsOfPolicies(before, after);
  await tellFindings(session, after.policy, findings, request);
  return EXIT.done;
}

/** One request for each side; `undefined` where it is not two policies, or one and two periods. */
function sidesOf({ policy, period = [], ...rest }: Request): readonly AuditRequest[] | undefined {
  const [first, second] = policy;
  const [earlier, later] = period;
  if (first === undefined || policy.length > 2 || period.length > 2) return undefined;
  if (second === undefined) {
    if (earlier === undefined || later === undefined) return undefined;
    return [earlier, later].map((each) => ({ ...rest, policy: first, period: each }));
  }
  if (later !== undefined) return undefined;
  return [first, second].map((each) => ({ ...rest, policy: each, ...(earlier !== undefined && { period: earlier }) }));
}
