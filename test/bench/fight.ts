import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demandEqual } from './answers.ts';
import { type Contender, type ContenderName, contenders, type Ground } from './contenders.ts';
import type { Duel } from './duels.ts';
import { calendarFile, type MadeFile, makeFile } from './files.ts';
import { type Measurement, measure } from './measure.ts';
import type { Result } from './results.ts';
import { type Found, findTool, type Tool } from './tools.ts';

export interface Arena {
  readonly program: string;
  /** Files, tools and answers lie here. */
  readonly directory: string;
  readonly tickets: number;
  readonly pairs: number;
}

/** Runs a duel, or says why it cannot be run. Throws when the two disagree. */
export async function fight(duel: Duel, arena: Arena): Promise<Result | { readonly missing: string }> {
  // One after the other: both may need the same file made.
  const a = await enter(duel.a, arena);
  const b = await enter(duel.b, arena);
  if ('missing' in a) return a;
  if ('missing' in b) return b;
  const pairs: { a: Measurement; b: Measurement }[] = [];
  // The first pair warms the disk's cache and is not counted; it is what the answers are compared by.
  measure(a.words);
  measure(b.words);
  const isEqual = compare(a, b);
  for (let pair = 0; pair < arena.pairs; pair++) pairs.push({ a: measure(a.words), b: measure(b.words) });
  return { ...duel, tickets: arena.tickets, rows: a.file?.rows ?? 0, bytes: a.file?.bytes ?? 0, pairs, isEqual };
}

interface Entered {
  readonly contender: Contender;
  readonly words: readonly string[];
  readonly answer: string;
  readonly file?: MadeFile;
}

async function enter(name: ContenderName, arena: Arena): Promise<Entered | { readonly missing: string }> {
  const { program, directory, tickets } = arena;
  const contender: Contender = contenders[name];
  const { needs, reads, most = Number.POSITIVE_INFINITY } = contender;
  if (tickets > most) return { missing: `${contender.title} is not run over more than ${most} tickets` };
  const found = needs === undefined ? undefined : toolIn(directory, needs);
  if (found !== undefined && 'missing' in found) return found;
  const file = reads === undefined ? undefined : await makeFile(directory, reads, tickets);
  const answers = join(directory, 'answers');
  mkdirSync(answers, { recursive: true });
  const answer = join(answers, `${name}-${tickets}`);
  const ground: Ground = {
    program,
    answer,
    calendar: calendarFile(directory),
    file: file?.path ?? '',
    tool: (tool) => toolIn(directory, tool),
  };
  return { contender, words: contender.words(ground), answer, ...(file !== undefined && { file }) };
}

const tools = new Map<Tool, Found>();

function toolIn(directory: string, tool: Tool): Found {
  const found = tools.get(tool) ?? findTool(tool, directory);
  tools.set(tool, found);
  return found;
}

function compare(a: Entered, b: Entered): true | null {
  if (a.contender.answers !== 'ours' || b.contender.answers !== 'theirs') return null;
  demandEqual(a.answer, b.answer);
  return true;
}
