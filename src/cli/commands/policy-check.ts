import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { refuse, tell } from '../tell.ts';
import type { World } from '../world.ts';

const USAGE = 'POLICY [--quiet]';

const EXAMPLES = `
Example:
  slaudit policy check policy.yaml    # every fault with its line and column; exit 78 when there are any`;

interface Request {
  readonly policy?: string;
  readonly quiet?: boolean;
}

export const policyCheck: CommandDefinition = {
  summary: 'find every fault of a policy, each with its place',
  declare: (command, choose) => {
    command
      .usage(USAGE)
      .argument('[policy]', 'the policy; or -p')
      .addOption(option.policy().makeOptionMandatory(false))
      .addOption(option.quiet())
      .addOption(option.noColor())
      .addHelpText('after', EXAMPLES)
      .action((path: string | undefined, request: Request) => choose((world) => checkPolicy(world, path, request)));
  },
};

async function checkPolicy(world: World, argument: string | undefined, request: Request): Promise<ExitCode> {
  const path = argument ?? request.policy;
  if (path === undefined) return refuse(world, 'which policy?', 'slaudit policy check POLICY');
  if (argument !== undefined && request.policy !== undefined) {
    return refuse(world, 'one policy at a time', 'Name it as an argument or after -p.');
  }
  const [{ openPolicy }, { readPolicyFile }] = await Promise.all([
    import('../open-audit.ts'),
    import('../policy-file.ts'),
  ]);
  const file = await readPolicyFile(world, path);
  if (file.kind === 'missing') {
    await tell(world, file.complaint);
    return EXIT.fileNotFound;
  }
  const policy = await openPolicy(world, path, file);
  if (policy === undefined) return EXIT.badPolicy;
  const verdict = `${path}: no faults; clocks: ${policy.clocks.map((clock) => clock.id).join(', ')}\n`;
  return (await deliver(world, undefined, request.quiet === true ? [] : [verdict])) ?? EXIT.done;
}
