import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from './results.ts';
import { circumstancesText, duelsTable, goalsTable, scalingTable, stagesText } from './tables.ts';

const PAGE = join(import.meta.dirname, '../../docs/benchmarks.md');

/** The page with its tables as the results have them; what stands outside of the markers stays. */
export function withTables(page: string, results: Results): string {
  const parts = {
    goals: goalsTable(results),
    duels: duelsTable(results.duels.toSorted((a, b) => a.tickets - b.tickets)),
    scaling: scalingTable(results),
    stages: stagesText(results.stages),
    circumstances: circumstancesText([...results.duels, ...results.stages]),
  };
  return Object.entries(parts).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- end of ${name} -->)`),
        (_, begin, end) => `${begin}\n${part}\n\n${end}`,
      ),
    page,
  );
}

export function readPage(): string {
  return readFileSync(PAGE, 'utf8');
}

export function reprintPage(results: Results): void {
  writeFileSync(PAGE, withTables(readPage(), results));
}
