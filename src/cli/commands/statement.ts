import type { AppearanceRequest } from '../appearance.ts';
import type { AuditRequest } from '../audit-request.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { refuseCrowds } from '../crowds.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import type { Session } from '../session.ts';
import { refuseUnknownName } from '../unknown-name.ts';

const USAGE = 'EMPLOYEE FILES... -p POLICY [--period PERIOD] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit statement E1002 -p policy.yaml --period 2026-10 2026-*.csv              # to be handed over and signed
  slaudit statement 王芳 -p policy.yaml --period 2026-10 -o 王芳.txt 2026-*.csv    # by name, where one person bears it`;

const FORMATS = { table: { ending: 'txt' }, markdown: { ending: 'md' }, html: { ending: 'html' } };

interface Request extends AuditRequest, AppearanceRequest {}

export const statement: CommandDefinition = {
  declare: async (command, choose) => {
    const { catalogues } = await import('../../locale/catalogue.ts');
    command
      .usage(USAGE)
      .argument('<employee>', 'id, or name where only one person bears it')
      .argument('<files...>', 'exports; - is standard input')
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(FORMATS)))
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((employee: string, files: string[], request: Request) =>
        choose((world) => writeStatement(world, employee, files, request)),
      );
  },
};

async function writeStatement(
  world: Session,
  employee: string,
  files: readonly string[],
  request: Request,
): Promise<ExitCode> {
  const [
    { openAudit },
    { tellFindings },
    { isLanguage, languageOf, languages },
    finding,
    page,
    { planOutputs, withFormatName },
    { writeEach },
    { renderPage },
  ] = await Promise.all([
    import('../open-audit.ts'),
    import('../findings.ts'),
    import('../appearance.ts'),
    import('../find-employee.ts'),
    import('../../report/statement-page.ts'),
    import('../outputs.ts'),
    import('../results.ts'),
    import('../../report/render.ts'),
  ]);
  const { lang } = request;
  const plan = await planOutputs<keyof typeof FORMATS>(world, withFormatName(request), FORMATS, 'table');
  if ('exit' in plan) return plan.exit;
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(world, '--lang', lang, languages);

  const opening = await openAudit(world, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const crowded = await refuseCrowds(world, audit);
  if (crowded !== undefined) return crowded;
  const { policy, asOf, period, people } = audit;
  const report = audit.report({ language: languageOf(policy, request) });
  // Of the whole report: a proof begins the findings anew.
  const findings = audit.findings();
  const at = Math.min(asOf, (period?.end ?? Number.POSITIVE_INFINITY) - 1);
  const { hidden } = audit;
  const named = hidden === undefined ? report : hidden.open.report({});
  const found = finding.findEmployee(employee, { people, report: named, at });
  if (found.kind !== 'one') {
    await tellFindings(world, policy, findings, request);
    // Where people are hidden, nobody else is told of.
    const told = hidden === undefined ? found : { kind: 'none' as const, near: undefined, isUnmatched: false };
    return finding.refuseEmployee(world, employee, told);
  }
  const { id, name, department } = found.employee;
  const subject: Parameters<typeof page.renderStatement>[0] = {
    report,
    person: hidden
      ? { name: hidden.nameOf(id), department }
      : { name, department, ...(policy.people !== undefined && { id }) },
    who: hidden?.nameOf(id) ?? id,
    proofOf({ ticket, clock, cycle }) {
      const proof = audit.prove(ticket);
      const run = proof?.runs.find(({ verdict: { run: of } }) => of.clock.id === clock && of.cycle === cycle);
      return run && { run, records: proof?.records };
    },
    ...(policy.appeal !== undefined && { appeal: policy.appeal }),
    ...(policy.excuses?.within !== undefined && { within: policy.excuses.within }),
  };
  const failure = await writeEach(world, audit, request, plan, {
    name: 'statement',
    render: (format, options) =>
      format === 'html' || format === 'markdown'
        ? renderPage(page.statementPage(subject, options), format, options)
        : [page.renderStatement(subject, options)],
  });
  if (failure !== undefined) return failure;
  await tellFindings(world, policy, findings, request);
  return EXIT.done;
}
