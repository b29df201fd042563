import type { AppearanceRequest } from '../appearance.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { readPolicyFile } from '../policy-file.ts';
import { refuse, tell } from '../tell.ts';
import { refuseUnknownName } from '../unknown-name.ts';
import type { World } from '../world.ts';

const USAGE = 'POLICY [-o PATH] [--lang zh|en] [--width COLUMNS]';

const EXAMPLES = `
Examples:
  slaudit policy show policy.yaml                       # the rules in words: for those who are judged by them
  slaudit policy show policy.yaml --lang en -o rules.txt`;

interface Request extends AppearanceRequest {
  readonly policy?: string;
  readonly output?: string;
}

export const policyShow: CommandDefinition = {
  declare: async (command, choose) => {
    const { catalogues } = await import('../../locale/catalogue.ts');
    command
      .usage(USAGE)
      .argument('[policy]', 'the policy; or -p')
      .addOption(option.policy().makeOptionMandatory(false))
      .addOption(option.output())
      .addOption(option.oneOf('--lang <language>', 'language', Object.keys(catalogues)))
      .addOption(option.width())
      .addOption(option.noColor())
      .addHelpText('after', EXAMPLES)
      .action((path: string | undefined, request: Request) => choose((world) => showPolicy(world, path, request)));
  },
};

async function showPolicy(world: World, argument: string | undefined, request: Request): Promise<ExitCode> {
  const path = argument ?? request.policy;
  if (path === undefined) return refuse(world, 'which policy?', 'slaudit policy show POLICY');
  if (argument !== undefined && request.policy !== undefined) {
    return refuse(world, 'one policy at a time', 'Name it as an argument or after -p.');
  }
  const [{ openPolicy, tellOverwriting }, { appearance, isLanguage, languages }, { renderRules }] = await Promise.all([
    import('../open-audit.ts'),
    import('../appearance.ts'),
    import('../../report/rules/rules-page.ts'),
  ]);
  const { lang, output } = request;
  if (lang !== undefined && !isLanguage(lang)) return refuseUnknownName(world, '--lang', lang, languages);

  const file = await readPolicyFile(world, path);
  if (file.kind === 'missing') {
    await tell(world, file.complaint);
    return EXIT.fileNotFound;
  }
  const overwriting = file.kind === 'texts' ? await tellOverwriting(world, request, file.identities) : undefined;
  if (overwriting !== undefined) return overwriting;
  const policy = await openPolicy(world, file);
  if (policy === undefined) return EXIT.badPolicy;
  return (await deliver(world, output, [renderRules(policy, appearance(world, policy, request, output))])) ?? EXIT.done;
}
