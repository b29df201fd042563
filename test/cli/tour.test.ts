import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { outputsIn } from './in-folder.ts';

// UPDATE=1 rewrites what the commands of docs/tour.md print, for review.

const repository = resolve(import.meta.dirname, '../..');
const page = join(repository, 'docs', 'tour.md');
const folder = mkdtempSync(join(tmpdir(), 'slaudit-tour-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
copyFileSync(join(repository, 'fixtures/exports/repair-ledger/2026-09.xlsx'), join(folder, '2026-09.xlsx'));

const BLOCK = /```console\n\$ slaudit (.*)\n([\s\S]*?)```/g;
const text = readFileSync(page, 'utf8');
const blocks = [...text.matchAll(BLOCK)].map(([, command = '', output = '']) => ({ command, output }));
const trimmed = (lines: string): string => lines.replaceAll(/ +$/gm, '');

describe('the tour shows what its commands print', () => {
  test('from an unknown workbook to a report in fewer than five commands', () => {
    expect(blocks.map(({ command }) => command.split(' ')[0])).toEqual(['inspect', 'init', 'policy', 'report']);
  });

  // One builds on the other: they are run in their order.
  test.each(blocks)('slaudit $command', async ({ command, output }) => {
    const world = outputsIn(folder);
    const code = await run(command.split(' '), world);
    const printed = trimmed(world.printed());
    if (process.env['UPDATE'] === '1') rewrite(command, printed);
    else expect(output).toBe(printed);
    expect(code).toBe(0);
  });
});

function rewrite(command: string, printed: string): void {
  const now = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    now.replaceAll(BLOCK, (all, each: string) =>
      each === command ? `\`\`\`console\n$ slaudit ${command}\n${printed}\`\`\`` : all,
    ),
  );
}
