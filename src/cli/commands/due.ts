import type { FormatName } from '../../report/formats/formats.ts';
import type { AppearanceRequest } from '../appearance.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { laterFormats } from '../later.ts';
import type { AuditRequest } from '../open-audit.ts';
import * as option from '../options.ts';
import { declareAuditOptions } from '../reading-options.ts';
import { registries } from '../registries.ts';
import { refuse } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';
import type { World } from '../world.ts';

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
  summary: 'open tickets that are overdue or soon due, by who has to see to them',
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

async function writeDue(world: World, files: readonly string[], request: Request): Promise<ExitCode> {
  const [{ openAudit }, { tellDiagnostics }, looks, { renderView }, { due: view }, { dueGroupings }, { parseLength }] =
    await Promise.all([
      import('../open-audit.ts'),
      import('../findings.ts'),
      import('../appearance.ts'),
      import('../../report/render.ts'),
      import('../../report/views/due.ts'),
      import('../../figures/due-list.ts'),
      import('../../run.ts'),
    ]);
  const { appearance, isLanguage, languages } = looks;
  const { formats } = await registries();
  const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);
  const { format = 'table', lang, by, within } = request;
  if (!isFormat(format)) return refuseUnknownName(world, '--format', format, Object.keys(formats), laterFormats);
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
  const pieces = renderView(view, list, format, appearance(world, audit.policy, request));
  const failure = await deliver(world, request.output, pieces);
  if (failure !== undefined) return failure;
  await tellDiagnostics(world, audit.findings(), { quiet: request.quiet === true });
  return EXIT.done;
}
