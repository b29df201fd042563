import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reprintPage } from './benchmarks-page.ts';
import { duels, JOBS } from './duels.ts';
import { type Arena, fight } from './fight.ts';
import { type Circumstances, circumstances, keep, keptResults, merge, type Result, type Stages } from './results.ts';
import { timeStages } from './stages.ts';
import { circumstancesText, duelsTable, stagesText } from './tables.ts';

const USAGE = `npm run bench -- [--only JOBS] [--size 1k|10k|100k|1m|10m] [--pairs N] [--against NAMES] [--keep]

  --only JOBS       ${JOBS.join(', ')}; separated by commas, else all
  --size SIZE       tickets, else 10k; files are made once and kept
  --pairs N         how often both of a duel run, in turn, else 3 (20 of those that only start)
  --against NAMES   only duels with these
  --keep            put the results into test/bench/results.json and docs/benchmarks.md
  --print           only print docs/benchmarks.md anew
  --directory PATH  for files and tools, else ${join(tmpdir(), 'slaudit-bench')}
  --program PATH    another bin/slaudit.js
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    size: { type: 'string', default: '10k' },
    pairs: { type: 'string' },
    against: { type: 'string' },
    keep: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    directory: { type: 'string', default: join(tmpdir(), 'slaudit-bench') },
    program: { type: 'string', default: join(import.meta.dirname, '../../bin/slaudit.js') },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else if (values.print) reprintPage(keptResults());
else await bench();

async function bench(): Promise<void> {
  const tickets = ticketsOf(values.size);
  const only = values.only?.split(',') ?? JOBS;
  const strange = only.find((job) => !JOBS.some((each) => each === job));
  if (strange !== undefined) throw new RangeError(`no job "${strange}": ${JOBS.join(', ')}`);
  const against = values.against?.split(',');
  const arena = { program: resolve(values.program), directory: resolve(values.directory), tickets };
  const measuredOn = circumstances(arena.program);
  const fought: (Result & Circumstances)[] = [];
  const stages: (Stages & Circumstances)[] = [];
  for (const duel of duels) {
    if (!only.includes(duel.job) || against?.includes(duel.b) === false) continue;
    const pairs = values.pairs === undefined ? (duel.job === 'start' ? 20 : 3) : Number(values.pairs);
    const atSize: Arena = duel.job === 'start' ? { ...arena, tickets: 1_000, pairs } : { ...arena, pairs };
    const result = await attempt(() => fight(duel, atSize));
    if ('missing' in result) {
      process.stderr.write(`${duel.a} against ${duel.b}: ${result.missing}\n`);
      continue;
    }
    fought.push({ ...result, ...measuredOn });
    process.stderr.write(`${duelsTable([result]).split('\n').at(-1)}\n`);
    // What is measured is kept at once: a long bench may be stopped.
    if (values.keep) keep(merge(keptResults(), { duels: fought, stages }));
  }
  if (only.includes('stages')) stages.push({ ...(await timeStages(arena.directory, tickets)), ...measuredOn });
  process.stdout.write(`${circumstancesText([measuredOn])}\n\n${duelsTable(fought)}\n\n${stagesText(stages)}\n`);
  if (!values.keep) return;
  const results = merge(keptResults(), { duels: fought, stages });
  keep(results);
  reprintPage(results);
}

/** A contender that fails is said to be missing from the table; one that answers otherwise stops the bench. */
async function attempt(duel: () => ReturnType<typeof fight>): ReturnType<typeof fight> {
  try {
    return await duel();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Until a build knows how to be told to read by csv-parse, all that it reads is read so.
    if (message.includes('not yet supported')) return { missing: 'this build has no such option' };
    process.exitCode = 1;
    return { missing: message };
  }
}

/** `100k`, `1m` or a plain number. */
function ticketsOf(size: string): number {
  const [, number, unit = ''] = /^(\d+)(k|m)?$/.exec(size) ?? [];
  if (number === undefined) throw new RangeError(`"${size}" is no size: 10k, 1m or a number`);
  return Number(number) * (unit === 'm' ? 1_000_000 : unit === 'k' ? 1_000 : 1);
}
