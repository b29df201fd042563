import { BLANK, type Dictionary, type EventLog } from '../../src/domain/event-log.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { RunBlock } from '../../src/domain/run-block.ts';
import { OUTCOMES } from '../../src/domain/verdict.ts';
import type { Made } from './made-tickets.ts';

interface GrowingDictionary extends Dictionary {
  codeFor(text: string): number;
}

function dictionary(): GrowingDictionary {
  const texts: string[] = [];
  const codes = new Map<string, number>();
  return {
    get size() {
      return texts.length;
    },
    text: (code) => texts[code] ?? '',
    code: (text) => codes.get(text),
    codeFor(text) {
      const code = codes.get(text) ?? texts.push(text) - 1;
      codes.set(text, code);
      return code;
    },
  };
}

/**
 * Verdicts on tickets as a block of runs, and of its log what the block speaks of. The plain way, value by value.
 *
 * @param nameOf how the export names whoever is charged with a breach
 */
export function blockOf(
  policy: Policy,
  tickets: readonly Made[],
  nameOf: (verdict: Made['verdicts'][number]) => string,
): { readonly block: RunBlock; readonly log: EventLog } {
  const [ids, values] = [dictionary(), dictionary()];
  // Codes say nothing of the order in which they are met here.
  for (const text of ['zero', 'one', 'two']) values.codeFor(text);
  const runs = tickets.flatMap(({ verdicts }) => verdicts);
  const texts: number[] = [];
  const placeOf = (fields: readonly string[] | undefined) => {
    if (fields === undefined) return -1;
    return texts.push(...fields.map((text) => (text === '' ? BLANK : values.codeFor(text)))) - fields.length;
  };
  const gaps = runs.map(({ run }) => run.gaps);
  const ends = (counts: readonly number[]) => {
    let sum = 0;
    return [
      0,
      ...counts.map((count) => {
        sum += count;
        return sum;
      }),
    ];
  };
  const numbers = (read: (verdict: Made['verdicts'][number]) => number | undefined) =>
    Float64Array.from(runs, (verdict) => read(verdict) ?? Number.NaN);
  const lastFields = Int32Array.from(tickets, ({ ticket }) => placeOf(ticket.fields));
  const clockOf = ({ run }: Made['verdicts'][number]) => policy.clocks.findIndex(({ id }) => id === run.clock.id);
  const block: RunBlock = {
    tickets: tickets.length,
    runs: runs.length,
    ticket: Int32Array.from(tickets, ({ verdicts }) => ids.codeFor(verdicts[0]?.ticket ?? '')),
    createdAt: Float64Array.from(tickets, ({ ticket }) => ticket.createdAt),
    lastAt: Float64Array.from(tickets, ({ ticket }) => ticket.lastAt ?? ticket.createdAt),
    lastFields,
    replies: Int32Array.from(tickets, ({ ticket }) => ticket.contacts?.replies ?? -1),
    wasResolved: Uint8Array.from(tickets, ({ ticket }) => Number(ticket.contacts?.wasResolved === true)),
    wasReopened: Uint8Array.from(tickets, ({ ticket }) => Number(ticket.contacts?.wasReopened === true)),
    firstRun: Int32Array.from(ends(tickets.map(({ verdicts }) => verdicts.length))),
    clock: Uint16Array.from(runs, clockOf),
    cycle: Int32Array.from(runs, ({ run }) => run.cycle),
    outcome: Uint8Array.from(runs, ({ outcome }) => OUTCOMES.indexOf(outcome)),
    target: Uint16Array.from(runs, ({ run, target }) => run.clock.targets.findIndex(({ id }) => id === target?.id)),
    startAt: numbers(({ run }) => run.start?.at),
    stopAt: numbers(({ run }) => run.stop?.at),
    dueAt: numbers(({ dueAt }) => dueAt),
    decidedAt: numbers(({ decidedAt }) => decidedAt),
    settledAt: numbers(({ settledAt }) => settledAt),
    elapsed: numbers(({ elapsed }) => elapsed),
    wall: numbers(({ wall }) => wall),
    within: numbers(({ within }) => within),
    over: numbers(({ over }) => over),
    band: Int16Array.from(runs, ({ run, severity }) => run.clock.severity.findIndex(({ name }) => name === severity)),
    fields: Int32Array.from(runs, ({ fields }) => placeOf(fields)),
    fieldsBefore: Int32Array.from(runs, ({ fieldsBefore }) => placeOf(fieldsBefore)),
    charged: Int32Array.from(runs, (verdict) => {
      const name = verdict.outcome === 'breached' ? nameOf(verdict) : '';
      return name === '' ? BLANK : values.codeFor(name);
    }),
    firstGap: Int32Array.from(ends(gaps.map(({ length }) => length))),
    gapStart: Float64Array.from(gaps.flat(), ({ start }) => start),
    gapEnd: Float64Array.from(gaps.flat(), ({ end }) => end),
    values: Int32Array.from(texts),
  };
  const column = { length: 0, at: () => 0, gather: () => {}, copy: () => {} };
  const log: EventLog = {
    ...{ files: [], rows: 0, tickets: ids, values, ticket: column, file: column, line: column },
    ...{ stamped: [], totals: [], fields: [], incomplete: new Set<number>() },
  };
  return { block, log };
}
