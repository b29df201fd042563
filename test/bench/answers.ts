import { readFileSync } from 'node:fs';

/** One clock of one employee, as every contender must find it; lengths of runs that have stopped, in seconds. */
interface Line {
  readonly met: number;
  readonly breached: number;
  readonly n: number;
  readonly mean: number;
  readonly longest: number;
}
type Answer = ReadonlyMap<string, Line>;

/** The records of the view summary: those by employee that have runs. */
function readOurs(path: string): Answer {
  const [header = [], ...rows] = linesOf(path);
  const place = (name: string) => header.indexOf(name);
  const [by, clock, group] = [place('by'), place('clock'), place('group')];
  const numbers = ['met', 'breached', 'open_n', 'open_mean_s', 'open_longest_s'].map(place);
  const answer = new Map<string, Line>();
  for (const row of rows) {
    if (row[by] !== 'employee' || row[clock] === '') continue;
    const [met = 0, breached = 0, n = 0, mean = 0, longest = 0] = numbers.map((index) => Number(row[index]));
    if (met + breached > 0) answer.set(`${row[clock]} of ${row[group]}`, { met, breached, n, mean, longest });
  }
  return answer;
}

/** clock, employee, met, breached, n, sum, longest */
function readTheirs(path: string): Answer {
  return new Map(
    linesOf(path).map(([clock, employee, ...numbers]) => {
      const [met = 0, breached = 0, n = 0, sum = 0, longest = 0] = numbers.map(Number);
      return [`${clock} of ${employee}`, { met, breached, n, mean: n === 0 ? 0 : sum / n, longest }];
    }),
  );
}

/** None of the cells that are compared holds a comma or a quote. */
function linesOf(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trimEnd().replaceAll('"', '').split(','));
}

/**
 * Whether both say the same of every employee. Means are told to a thousandth of a second, so a sum of theirs is right
 * when its mean is ours to that. Throws Error naming the first line that differs.
 */
export function demandEqual(ours: string, theirs: string): void {
  const [a, b] = [readOurs(ours), readTheirs(theirs)];
  if (a.size === 0) throw new Error(`${ours} tells of no employee`);
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key), b.get(key)];
    const isEqual =
      x !== undefined &&
      y !== undefined &&
      x.met === y.met &&
      x.breached === y.breached &&
      x.n === y.n &&
      x.longest === y.longest &&
      Math.abs(x.mean - y.mean) <= 0.000501;
    if (!isEqual) throw new Error(`${key}: ${JSON.stringify(x)} is ours, ${JSON.stringify(y)} theirs (${theirs})`);
  }
}
