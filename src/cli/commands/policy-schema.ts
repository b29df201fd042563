import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import type { World } from '../world.ts';

const USAGE = '[-o PATH]';

const EXAMPLES = `
Example:
  slaudit policy schema -o slaudit.schema.json
An editor completes and checks a policy that begins with
  # yaml-language-server: $schema=slaudit.schema.json`;

interface Request {
  readonly output?: string;
}

export const policySchema: CommandDefinition = {
  declare: (command, choose) => {
    command
      .usage(USAGE)
      .addOption(option.output())
      .addHelpText('after', EXAMPLES)
      .action((request: Request) => choose((world) => writeSchema(world, request)));
  },
};

async function writeSchema(world: World, { output }: Request): Promise<ExitCode> {
  const { policySchema: schema } = await import('../../audit/inspecting.ts');
  return (await deliver(world, output, [`${JSON.stringify(schema(), undefined, 2)}\n`])) ?? EXIT.done;
}
