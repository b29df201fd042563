import type { FormatName } from '../../report/formats/formats.ts';
import type { AppearanceRequest } from '../appearance.ts';
import type { AuditRequest } from '../audit-request.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import { registries } from '../registries.ts';
import type { Session } from '../session.ts';
import { refuse } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';

const USAGE =
  'FILES... -p POLICY [--within LENGTH] [--as-of INSTANT] [--by FIELD] [-f FORMAT] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit due -p policy.yaml --as-of now tickets.csv                  # overdue, due and paused, by who has to see to it
  slaudit due -p policy.yaml --as-of now --within 30m tickets.csv     # overdue, or due in the next half hour
  slaudit due -p policy.yaml --by channel -f csv -o due.csv *.csv     # as of the latest stamp in the data

--within is time by the clock on the wall, from the as-of instant to the one at which the target runs out.`;

const LENGTHS = 'Write 30m, 4h, 1h30m or, for 48 hours by the clock on the wall, 2d.';

interface Request extends Omit<AuditRequest, 'period'>, AppearanceRequest {
  readonly within?: string;
  readonly by?: string;
  readonly format?: string;
}

export const due: CommandDefinition = {
  declare: async (command, choose) => {
    const { formats, catalogues } = await registries();
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .option('--within <length>', 'of what is not overdue only what is due within 30m, 4h, 2d …', option.once)
      .option('--by <field>', 'group by a field instead of by owner', option.once)
      .addOption(option.oneOf('-f, --format <format>', 'format', Object.keys(formats)))
      .addOption(option.oneOf('--lang <language>', 'language; else the policy’s', Object.keys(catalogues)))
      .addOption(option.width());
    declareAuditOptions(command, { hasPeriod: false })
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((world) => writeDue(world, files, request)));
  },
};

async function writeDue(world: Session, files: readonly string[], request: Request): Promise<ExitCode> {
  const [
    { openAudit },
    { tellFindings },
    { isLanguage, languages },
    { renderView },
    { due: view },
    { dueGroupings },
    { parseLength },
    { planOutputs },
    { writeEach },
  ] = await Promise.all([
    import('../open-audit.ts'),
    import('../findings.ts'),
    import('../appearance.ts'),
    import('../../report/render.ts'),
    import('../../report/views/due.ts'),
    import('../../figures/due-list.ts'),
    import('../../run.ts'),
    import('../outputs.ts'),
    import('../results.ts'),
  ]);
  const { formats } = await registries();
  const { lang, by, within } = request;
  const plan = await planOutputs<FormatName>(world, request, formats, 'table');
  if ('exit' in plan) return plan.exit;
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(world, '--lang', lang, languages);
  const reach = within === undefined ? undefined : parseLength(within);
  if (within !== undefined && reach === undefined) {
    return refuse(world, `--within "${within}" is not a length of time`, LENGTHS);
  }

  const opening = await openAudit(world, files, request);
  if ('exit' in opening) return opening.exit;
  const { audit } = opening;
  const groupings = dueGroupings(audit.policy);
  if (by !== undefined && !groupings.includes(by)) return refuseUnknownName(world, '--by', by, groupings);

  const list = audit.due({ ...(reach !== undefined && { within: reach }), ...(by !== undefined && { by }) });
  const failure = await writeEach(world, audit, request, plan, {
    name: 'due',
    render: (format, options) => renderView(view, list, format, options),
  });
  if (failure !== undefined) return failure;
  await tellFindings(world, audit.policy, audit.findings(), request);
  return EXIT.done;
}
