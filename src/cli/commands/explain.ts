import type { AppearanceRequest } from '../appearance.ts';
import type { AuditRequest } from '../audit-request.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';

const USAGE = 'TICKET FILES... -p POLICY [--period PERIOD] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit explain OPS-118 -p policy.yaml 2026-10.csv                    # why each clock came out as it did
  slaudit explain OPS-118 -p policy.yaml --period 2026-10 2026-*.csv    # as the report on October saw it`;

const FORMATS = {
  table: { ending: 'txt' },
  markdown: { ending: 'md' },
  html: { ending: 'html' },
  json: { ending: 'json' },
};

interface Request extends AuditRequest, AppearanceRequest {
  readonly format?: string;
}

export const explain: CommandDefinition = {
  declare: async (command, choose) => {
    const { catalogues } = await import('../../locale/catalogue.ts');
    command
      .usage(USAGE)
      .argument('<ticket>', 'id of the ticket, as the export has it')
      .argument('<files...>', 'exports; - is standard input')
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(FORMATS)))
      .addOption(option.oneOf('--lang <language>', 'language', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command)
      .addHelpText('after', EXAMPLES)
      .action((ticket: string, files: string[], request: Request) =>
        choose((world) => writeProof(world, ticket, files, request)),
      );
  },
};

async function writeProof(
  world: Session,
  ticket: string,
  files: readonly string[],
  request: Request,
): Promise<ExitCode> {
  const [
    { openAudit },
    { tellFindings },
    { isLanguage, languages },
    { renderProof },
    { proofJson },
    { proofPage },
    { renderPage },
    { planOutputs, withFormatName },
    { writeEach },
  ] = await Promise.all([
    import('../open-audit.ts'),
    import('../findings.ts'),
    import('../appearance.ts'),
    import('../../report/proof-text.ts'),
    import('../../report/proof-json.ts'),
    import('../../report/proof-page.ts'),
    import('../../report/render.ts'),
    import('../outputs.ts'),
    import('../results.ts'),
  ]);
  const { lang } = request;
  const plan = await planOutputs<keyof typeof FORMATS>(world, withFormatName(request), FORMATS, 'table');
  if ('exit' in plan) return plan.exit;
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(world, '--lang', lang, languages);

  const opening = await openAudit(world, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const proof = audit.prove(ticket);
  // A finding on another ticket explains nothing here.
  const findings = audit.findings().filter((finding) => finding.ticket === undefined || finding.ticket === ticket);
  if (proof === undefined) {
    await tellFindings(world, audit.policy, findings, request);
    const near = audit.suggestTicket(ticket);
    return refuse(world, `no usable row is about ticket "${ticket}"`, near && `Did you mean "${near}"?`);
  }
  const failure = await writeEach(world, audit, request, plan, {
    name: 'explain',
    render(format, options) {
      if (format === 'html' || format === 'markdown') return renderPage(proofPage(proof, options), format, options);
      return [format === 'json' ? proofJson(proof, options.provenance) : renderProof(proof, options)];
    },
  });
  if (failure !== undefined) return failure;
  await tellFindings(world, audit.policy, findings, request);
  return EXIT.done;
}
