// Runs dependency-cruiser over src/ and does not believe it blindly: without a parser for TypeScript it finds
// "no violations (0 modules)" and exits 0, so it must have seen at least as many modules as src/ has files.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..');
const depcruise = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Exit status does not matter here: violations are read from the result. */
function cruise() {
  const argv = [depcruise, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
  const settings = { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] };
  try {
    return JSON.parse(execFileSync(process.execPath, argv, settings));
  } catch (error) {
    if (error.stdout) return JSON.parse(error.stdout);
    throw error;
  }
}

const { modules, summary } = cruise();
const files = readdirSync(join(repository, 'src'), { recursive: true }).filter((name) => name.endsWith('.ts'));
const cruised = modules.filter((module) => module.source.startsWith('src/'));
const complaints = [];
if (cruised.length < files.length) {
  complaints.push(`only ${cruised.length} of the ${files.length} files of src/ were looked at: the check proves nothing`);
}
const comments = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
for (const { rule, from, to } of summary.violations) {
  complaints.push(`${from} → ${to} [${rule.name}]\n  ${comments.get(rule.name)}`);
}

if (complaints.length > 0) {
  process.stderr.write(`${complaints.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`boundaries: ${cruised.length} modules, no violations\n`);
}
