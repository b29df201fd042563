import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './built-program.ts';

const bin = readFileSync(resolve(import.meta.dirname, '../../bin/slaudit.js'), 'utf8');

/** The program's first file under a Node that says it is of this version, with a program that says "ran". */
function start(version: string) {
  const folder = folderWith({ 'package.json': '{"type":"module"}' });
  for (const name of ['bin', 'dist']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'package.json'), '{"type":"commonjs"}');
  }
  writeFileSync(join(folder, 'bin/slaudit.js'), bin);
  writeFileSync(join(folder, 'dist/main.js'), "process.stdout.write('ran');\n");
  const claim = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
  writeFileSync(join(folder, 'claim.cjs'), claim);
  return spawnSync(process.execPath, ['--require', './claim.cjs', 'bin/slaudit.js'], { cwd: folder, encoding: 'utf8' });
}

test.each(['22.12.0', '22.22.3', '24.0.0', '26.10.0'])('Node %s runs the program', (version) => {
  expect(start(version)).toMatchObject({ status: 0, stdout: 'ran', stderr: '' });
});

test.each(['20.20.2', '22.11.9', '18.0.0'])('Node %s is told what is needed, in one sentence', (version) => {
  const { status, stdout, stderr } = start(version);
  expect({ status, stdout }).toEqual({ status: 69, stdout: '' });
  expect(stderr).toMatch(
    new RegExp(`^slaudit: this is Node ${version.replaceAll('.', '\\.')}, and 22\\.12 or later is needed\\n`),
  );
});
