import type { SchemaName } from '../../report/schema/schemas.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { deliver } from '../deliver.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import * as option from '../options.ts';
import { refuseUnknownName } from '../unknown-name.ts';
import type { World } from '../world.ts';

const USAGE = '[NAME] [-o PATH]';

const EXAMPLES = `
Examples:
  slaudit schema                             # which there are, and what each is the schema of
  slaudit schema report -o report.json       # of slaudit report -f json; $defs/record in it: of a line of -f ndjson
docs/columns.md tells the columns of CSV; the schema of policies is printed by slaudit policy schema.`;

interface Request {
  readonly output?: string;
}

export const schema: CommandDefinition = {
  declare: (command, choose) => {
    command
      .usage(USAGE)
      .argument('[name]', 'of a view or command; absent: the list of them')
      .addOption(option.output())
      .addHelpText('after', EXAMPLES)
      .action((name: string | undefined, request: Request) => choose((world) => writeSchema(world, name, request)));
  },
};

async function writeSchema(world: World, name: string | undefined, { output }: Request): Promise<ExitCode> {
  const { schemas } = await import('../../report/schema/schemas.ts');
  const names = Object.keys(schemas) as SchemaName[];
  const isKnown = (word: string): word is SchemaName => Object.hasOwn(schemas, word);
  if (name === undefined) {
    const width = Math.max(...names.map(({ length }) => length));
    const lines = names.map((each) => `${each.padEnd(width)}  ${schemas[each].title}\n`);
    return (await deliver(world, output, lines)) ?? EXIT.done;
  }
  if (!isKnown(name)) return refuseUnknownName(world, 'NAME', name, names);
  return (await deliver(world, output, [`${JSON.stringify(await schemas[name].load(), undefined, 2)}\n`])) ?? EXIT.done;
}
