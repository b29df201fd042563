import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs that are not ours. What the machine lacks is installed into the bench's own folder, or said to be missing. */
export type Tool = 'duckdb' | 'pandas' | 'awk' | 'sqlite3';

const DUCKDB = '@duckdb/node-api@1.5.5-r.5';

/** Where the tool lies, or why it is not there. */
export type Found = { readonly at: string } | { readonly missing: string };

export function findTool(tool: Tool, directory: string): Found {
  switch (tool) {
    case 'duckdb': {
      const at = join(directory, 'duckdb');
      const command = ['npm', 'install', '--prefix', at, '--no-audit', '--no-fund', DUCKDB];
      return installed(at, join(at, 'node_modules/@duckdb/node-api/package.json'), [command]);
    }
    case 'pandas': {
      const at = join(directory, 'pandas');
      const python = join(at, 'bin/python');
      const found = installed(at, join(at, 'ready'), [
        ['python3', '-m', 'venv', at],
        [python, '-m', 'pip', 'install', '--quiet', 'pandas'],
        [python, '-c', `import pandas; open(${JSON.stringify(join(at, 'ready'))}, 'w').write(pandas.__version__)`],
      ]);
      return 'missing' in found ? found : { at: python };
    }
    case 'awk':
    case 'sqlite3': {
      const { status } = spawnSync('sh', ['-c', `command -v ${tool}`]);
      return status === 0 ? { at: tool } : { missing: `${tool} is not installed` };
    }
  }
}

function installed(at: string, proof: string, commands: readonly (readonly string[])[]): Found {
  if (existsSync(proof)) return { at };
  mkdirSync(at, { recursive: true });
  if (!existsSync(join(at, 'package.json'))) writeFileSync(join(at, 'package.json'), '{"private": true}\n');
  for (const [program = '', ...rest] of commands) {
    const { status, stderr, error } = spawnSync(program, rest, { encoding: 'utf8' });
    if (status === 0) continue;
    const why = error?.message ?? stderr.trim().split('\n').at(-1);
    return { missing: `${[program, ...rest].join(' ')} failed: ${why}` };
  }
  return { at };
}
