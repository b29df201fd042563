import type { AppearanceRequest } from '../appearance.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { declareFileOptions, type FileRequest } from '../reading-options.ts';
import { refuseUnknownName } from '../unknown-name.ts';
import type { World } from '../world.ts';

const USAGE = 'FILES... [-f table|markdown|html|json] [-o PATH] [--lang zh|en]';

const EXAMPLES = `
Examples:
  slaudit inspect 2026-10.csv                      # how it is written, what each column holds, what looks odd
  slaudit inspect --lang zh 台账.xlsx              # the same in Chinese
  slaudit inspect -f json exports/*.csv | jq .     # for programs; docs/inspect.md says what each field is
A policy drafted from it: slaudit init 2026-10.csv -o policy.yaml`;

const FORMATS = ['table', 'markdown', 'html', 'json'];

interface Request extends AppearanceRequest, FileRequest {
  readonly format?: string;
  readonly quiet?: boolean;
  readonly output?: string;
}

export const inspect: CommandDefinition = {
  declare: async (command, choose) => {
    const { catalogues } = await import('../../locale/catalogue.ts');
    command
      .usage(USAGE)
      .argument('<files...>', 'exports; - is standard input')
      .addOption(option.oneOf('-f, --format <format>', 'format', FORMATS))
      .addOption(option.output())
      .addOption(option.oneOf('--lang <language>', 'language; else that of the headers', Object.keys(catalogues)))
      .addOption(option.width());
    declareFileOptions(command)
      .addOption(option.quiet())
      .addOption(option.noColor())
      .addHelpText('after', EXAMPLES)
      .action((files: string[], request: Request) => choose((world) => inspectFiles(world, files, request)));
  },
};

async function inspectFiles(world: World, files: readonly string[], request: Request): Promise<ExitCode> {
  const { format = 'table', lang, quiet = false } = request;
  const [{ isLanguage, languages, screenOf }, { openProfiles }, { tellDiagnostics }] = await Promise.all([
    import('../appearance.ts'),
    import('../open-profiles.ts'),
    import('../findings.ts'),
  ]);
  if (!FORMATS.includes(format)) return refuseUnknownName(world, '--format', format, FORMATS);
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(world, '--lang', lang, languages);

  const opening = await openProfiles(world, files, request);
  if (!('profiles' in opening)) return opening.exit;
  const { profiles, diagnostics, exit } = opening;
  const [
    { inspect: inspectTable, languageOf, MOST_VALUES },
    { inspectJson },
    { inspectPage },
    { catalogues },
    { renderPage },
  ] = await Promise.all([
    import('../../audit/inspecting.ts'),
    import('../../report/inspect/inspect-json.ts'),
    import('../../report/inspect/inspect-page.ts'),
    import('../../locale/catalogue.ts'),
    import('../../report/render.ts'),
  ]);
  const tables = profiles.map((profile) => inspectTable(profile));
  const words = catalogues[lang ?? languageOf(profiles)];
  const options = { words, local: () => '', ...screenOf(world, request, request.output) };
  const pieces =
    format === 'json'
      ? [`${JSON.stringify(inspectJson(tables, MOST_VALUES), undefined, 2)}\n`]
      : renderPage(inspectPage(tables, MOST_VALUES, words), pageFormat(format), options);
  const failure = await deliver(world, request.output, pieces);
  if (failure !== undefined) return failure;
  await tellDiagnostics(world, diagnostics, { quiet });
  return exit ?? EXIT.done;
}

function pageFormat(format: string): 'table' | 'markdown' | 'html' {
  return format === 'markdown' || format === 'html' ? format : 'table';
}
