import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder of fixtures/cases. Beside the input files it holds
 * `cmd`: `#` lines with the sum by hand, then one line `slaudit …`, run in the folder; `$OUT` is a directory to write to;
 * `stdin`: what the program reads there (absent: nothing);
 * `stdout`, and what may be absent: `stderr` (must be empty), `exit` (0), `out/` (files expected in `$OUT`);
 * `stderr-any`: something must be told on stderr, in words that this case does not fix.
 */
export interface Case {
  /** `clock/pause-over-a-weekend` */
  readonly claim: string;
  readonly folder: string;
  /** The clauses it shows (`A5`, `S4 later`), from its last comment line `# Shows: A5, S4 later`; often none. */
  readonly shows: readonly string[];
  /** The words after `slaudit`, as the shell would split them. */
  readonly words: readonly string[];
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly anyStderr: boolean;
  readonly exit: number;
  readonly files: ReadonlyMap<string, string>;
}

/** Every case below the folder, in the order of their claims. Throws on a case that is not one. */
export function readCases(folder: string): Case[] {
  const claims = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/cmd'))
    .map((path) => path.slice(0, -'/cmd'.length))
    .sort();
  return claims.map((claim) => readCase(claim, join(folder, claim)));
}

function readCase(claim: string, folder: string): Case {
  const read = (name: string, absent = '') => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : absent;
  };
  return {
    claim,
    folder,
    shows: parseShows(claim, read('cmd')),
    words: parseCommand(claim, read('cmd')),
    stdin: read('stdin'),
    stdout: read('stdout'),
    stderr: read('stderr'),
    anyStderr: existsSync(join(folder, 'stderr-any')),
    exit: Number(read('exit', '0')),
    files: readFiles(join(folder, 'out')),
  };
}

/** Texts of the files in a folder by name; empty when there is no such folder. */
export function readFiles(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The words of the one command line; throws unless comment lines precede it and it begins with `slaudit`. */
export function parseCommand(claim: string, text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const comments = lines.filter((line) => line.startsWith('#'));
  const [command, ...more] = lines.slice(comments.length);
  if (comments.length === 0 || command === undefined || more.length > 0 || command.startsWith('#')) {
    throw new Error(`${claim}/cmd: expected comment lines with the sum by hand, then one command line`);
  }
  const [program, ...words] = splitWords(command);
  if (program !== 'slaudit') throw new Error(`${claim}/cmd: expected a command line that begins with slaudit`);
  return words;
}

/** What the last comment line says that the case shows; throws where another line or another spelling says it. */
export function parseShows(claim: string, text: string): string[] {
  const comments = text.split('\n').filter((line) => line.startsWith('#'));
  const shows = /^# Shows: (.+)$/.exec(comments.at(-1) ?? '')?.[1]?.split(', ') ?? [];
  const lines = comments.filter((line) => /^#\s*shows\b/i.test(line)).length;
  if (lines === (shows.length > 0 ? 1 : 0)) return shows;
  throw new Error(`${claim}/cmd: expected "# Shows: A5, S6" as the last comment line, if at all`);
}

/** Splits at blanks, except inside '…' and "…"; no escapes, no other shell syntax. */
export function splitWords(line: string): string[] {
  const words = line.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
