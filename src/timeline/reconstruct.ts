import { BLANK, type EventLog, GRADES, type StampColumn } from '../domain/event-log.ts';
import type { Instant } from '../domain/time.ts';
import { type FieldChange, settle, startOfChain } from './field-changes.ts';
import type { RowsByTicket } from './rows-by-ticket.ts';
import { grown, Timeline } from './timeline.ts';

/** Rows of one ticket and one instant that contradict each other about a field (S28). */
export interface Contradiction {
  readonly row: number;
  readonly field: number;
  /** The step whose facts they are. */
  readonly step: number;
}

/** Fills a timeline with one ticket's facts. */
export interface Reconstructor {
  /** The timeline is the same object each time. */
  reconstruct(ticketCode: number): Timeline;
  /** Of the ticket last reconstructed. */
  readonly contradictions: readonly Contradiction[];
  /** Rows of the ticket last reconstructed whose sequence goes backwards while time goes on. */
  readonly sequenceBreaks: readonly number[];
}

/** The row's own moment, as opposed to an event column of it. */
const OWN = -1;

/**
 * Rebuilds timelines ticket by ticket.
 *
 * Facts after `asOf` are left out; a fact at `asOf` is in. Facts are ordered by instant, then by the sequence column,
 * then by what they say, never by their place in the file: shuffled rows give the same timeline. Facts that say the
 * same are one. In form tickets fields hold from before the first fact; in the other forms from their row on.
 */
export function reconstructor(log: EventLog, grouped: RowsByTicket, asOf: Instant): Reconstructor {
  const timeline = new Timeline(log);
  const eventCodes = log.stamped.map(({ event }) => log.values.code(event) ?? BLANK);
  const contradictions: Contradiction[] = [];
  const sequenceBreaks: number[] = [];

  // Facts as they come, before they are put in order.
  let count = 0;
  let rows = new Int32Array(16);
  let columns = new Int32Array(16);
  let instants = new Float64Array(16);
  let order = new Int32Array(16);

  function add(row: number, column: number, at: Instant): void {
    if (count === rows.length) {
      const room = count * 2;
      rows = grown(rows, new Int32Array(room));
      columns = grown(columns, new Int32Array(room));
      instants = grown(instants, new Float64Array(room));
      order = grown(order, new Int32Array(room));
    }
    rows[count] = row;
    columns[count] = column;
    instants[count] = at;
    order[count] = count;
    count++;
  }

  function gather(ticketCode: number): void {
    count = 0;
    timeline.laterRows = 0;
    timeline.laterFacts = 0;
    const end = grouped.offsets[ticketCode + 1]!;
    for (let index = grouped.offsets[ticketCode]!; index < end; index++) {
      const row = grouped.rows[index]!;
      const before = count;
      let later = 0;
      const own = log.moment?.at(row);
      if (own !== undefined) {
        if (own <= asOf) add(row, OWN, own);
        else later++;
      }
      for (let column = 0; column < log.stamped.length; column++) {
        const at = log.stamped[column]!.stamps.at(row);
        if (at <= asOf) add(row, column, at);
        else if (at > asOf) later++;
      }
      if (later > 0 && count === before) timeline.laterRows++;
      timeline.laterFacts += later;
    }
  }

  /** Facts without a sequence come before those with one. */
  function sequenceOf(fact: number): number {
    const sequence = columns[fact] === OWN && log.sequence !== undefined ? log.sequence.at(rows[fact]!) : NaN;
    return Number.isNaN(sequence) ? -Infinity : sequence;
  }
  const eventOf = (fact: number): number =>
    columns[fact] === OWN ? (log.event?.at(rows[fact]!) ?? BLANK) : eventCodes[columns[fact]!]!;

  /** Negative: `a` comes first. */
  function compareFacts(a: number, b: number): number {
    const byTime = instants[a]! - instants[b]!;
    if (byTime !== 0) return byTime;
    const [left, right] = [sequenceOf(a), sequenceOf(b)];
    if (left !== right) return left < right ? -1 : 1;
    return latestOf(a) - latestOf(b) || earliestOf(a) - earliestOf(b) || compareContents(a, b);
  }

  /** By what the facts say, as text: codes depend on reading order. */
  function compareContents(a: number, b: number): number {
    const byEvent = compareTexts(log, eventOf(a), eventOf(b));
    if (byEvent !== 0) return byEvent;
    const byColumn = Math.min(columns[a]!, 0) - Math.min(columns[b]!, 0);
    if (byColumn !== 0 || columns[a] !== OWN) return byColumn;
    for (const field of log.fields) {
      const byField = compareTexts(log, field.values.at(rows[a]!), field.values.at(rows[b]!));
      if (byField !== 0) return byField;
    }
    for (const { before } of log.fields) {
      const byBefore = before === undefined ? 0 : compareTexts(log, before.at(rows[a]!), before.at(rows[b]!));
      if (byBefore !== 0) return byBefore;
    }
    for (const column of [log.actor, log.role]) {
      const byActor = column === undefined ? 0 : compareTexts(log, column.at(rows[a]!), column.at(rows[b]!));
      if (byActor !== 0) return byActor;
    }
    return 0;
  }

  function sort(): void {
    if (count > 32) {
      order.set(Array.from(order.subarray(0, count)).sort(compareFacts));
      return;
    }
    for (let index = 1; index < count; index++) {
      const fact = order[index]!;
      let place = index;
      while (place > 0 && compareFacts(order[place - 1]!, fact) > 0) {
        order[place] = order[place - 1]!;
        place--;
      }
      order[place] = fact;
    }
  }

  const stampsOf = (column: number): StampColumn => (column === OWN ? log.moment! : log.stamped[column]!.stamps);

  function latestOf(fact: number): Instant {
    return stampsOf(columns[fact]!).latest(rows[fact]!);
  }

  function earliestOf(fact: number): Instant {
    return stampsOf(columns[fact]!).earliest(rows[fact]!);
  }

  /** Puts the facts in order into the timeline and cuts them into steps. */
  function layOut(): void {
    timeline.makeRoom(count);
    sequenceBreaks.length = 0;
    let facts = 0;
    let steps = 0;
    let previous = -1;
    let highestSequence = -Infinity;
    const repeats: number[] = [];
    timeline.isExact = true;
    for (let index = 0; index < count; index++) {
      const fact = order[index]!;
      const isNewInstant = previous < 0 || instants[fact] !== instants[previous];
      if (!isNewInstant && compareFacts(previous, fact) === 0) {
        if (columns[fact] === OWN) repeats.push(rows[fact]!);
        continue;
      }
      const sequence = sequenceOf(fact);
      const isNewStep = isNewInstant || sequence > sequenceOf(previous);
      if (sequence !== -Infinity && sequence < highestSequence) sequenceBreaks.push(rows[fact]!);
      else highestSequence = Math.max(highestSequence, sequence);
      if (isNewStep) timeline.stepStart[steps++] = facts;

      const row = rows[fact]!;
      const stamps = stampsOf(columns[fact]!);
      const grade = stamps.grade(row);
      const isExact = grade === 'exact';
      if (!isExact) timeline.isExact = false;
      timeline.factAt[facts] = instants[fact]!;
      timeline.factEarliest[facts] = isExact ? instants[fact]! : stamps.earliest(row);
      timeline.factLatest[facts] = isExact ? instants[fact]! : stamps.latest(row);
      timeline.factGrade[facts] = isExact ? 0 : GRADES.indexOf(grade);
      timeline.factRow[facts] = row;
      timeline.factEvent[facts] = eventOf(fact);
      timeline.factOwn[facts] = columns[fact] === OWN ? 1 : 0;
      facts++;
      previous = fact;
    }
    timeline.repeatedRows = repeats.length === 0 ? 0 : countUnused(repeats, facts);
    timeline.stepStart[steps] = facts;
    timeline.factCount = facts;
    timeline.stepCount = steps;
  }

  /** A row that repeats another's own fact may still bring an event column that is new. */
  function countUnused(repeats: readonly number[], facts: number): number {
    const used = new Set(timeline.factRow.subarray(0, facts));
    return repeats.filter((row) => !used.has(row)).length;
  }

  /** What was true from each step on. */
  function fillValues(ticketCode: number): void {
    const width = timeline.fieldCount;
    contradictions.length = 0;
    if (timeline.values.length < timeline.stepCount * width) {
      timeline.values = new Int32Array(timeline.stepCount * width * 2);
    }
    for (let field = 0; field < width; field++) {
      const first = initialValue(ticketCode, field);
      timeline.varies[field] = 0;
      if (log.moment === undefined) fillWith(first, field);
      else if (timeline.factCount === timeline.stepCount) fillFactByFact(first, field);
      else fillStepByStep(first, field);
    }
  }

  /** In form tickets a field holds throughout. */
  function fillWith(value: number, field: number): void {
    const { values, stepCount, fieldCount } = timeline;
    for (let step = 0; step < stepCount; step++) values[step * fieldCount + field] = value;
  }

  /** Where each step is one fact, nothing contradicts: what its row says is so from then on. */
  function fillFactByFact(initial: number, field: number): void {
    const { values, stepCount, fieldCount, factOwn, factRow } = timeline;
    const cells = log.fields[field]!.values;
    let value = initial;
    for (let step = 0; step < stepCount; step++) {
      const own = factOwn[step] === 1 ? cells.at(factRow[step]!) : BLANK;
      if (own !== BLANK && own !== value) {
        if (step > 0) timeline.varies[field] = 1;
        value = Math.max(BLANK, own);
      }
      values[step * fieldCount + field] = value;
    }
  }

  function fillStepByStep(initial: number, field: number): void {
    const { values, stepCount, fieldCount } = timeline;
    let value = initial;
    for (let step = 0; step < stepCount; step++) {
      const next = valueFrom(step, field, value);
      if (step > 0 && next !== value) timeline.varies[field] = 1;
      value = next;
      values[step * fieldCount + field] = value;
    }
  }

  /** What a field is from a step on. Most have one fact at the most that changes them: no list is made of it. */
  function valueFrom(step: number, field: number, before: number): number {
    const end = timeline.stepStart[step + 1]!;
    let value = BLANK;
    let changes = 0;
    for (let fact = timeline.stepStart[step]!; fact < end; fact++) {
      const own = timeline.ownValue(fact, field);
      if (own === BLANK) continue;
      value = own;
      changes++;
    }
    if (changes === 0) return before;
    if (changes === 1) return Math.max(BLANK, value);
    const settled = settle(changesAt(step, field), before);
    for (const row of settled.contradicting) contradictions.push({ row, field, step });
    return settled.value;
  }

  function changesAt(step: number, field: number): FieldChange[] {
    const changes: FieldChange[] = [];
    const before = log.fields[field]!.before;
    for (let fact = timeline.stepStart[step]!; fact < timeline.stepStart[step + 1]!; fact++) {
      const own = timeline.ownValue(fact, field);
      if (own === BLANK) continue;
      const row = timeline.factRow[fact]!;
      changes.push({ row, to: Math.max(BLANK, own), from: before && Math.max(BLANK, before.at(row)) });
    }
    return changes;
  }

  function initialValue(ticketCode: number, field: number): number {
    const column = log.fields[field]!;
    if (log.moment === undefined) return Math.max(BLANK, column.values.at(grouped.rows[grouped.offsets[ticketCode]!]!));
    if (column.before === undefined) return BLANK;
    for (let step = 0; step < timeline.stepCount; step++) {
      const changes = changesAt(step, field);
      if (changes.length === 1) return changes[0]!.from ?? BLANK;
      if (changes.length > 1) return startOfChain(changes);
    }
    return BLANK;
  }

  return {
    contradictions,
    sequenceBreaks,
    reconstruct(ticketCode) {
      timeline.ticketCode = ticketCode;
      timeline.ticket = log.tickets.text(ticketCode);
      for (let step = 0; step < timeline.stepCount; step++) timeline.texts[step] = undefined;
      gather(ticketCode);
      sort();
      layOut();
      fillValues(ticketCode);
      return timeline;
    },
  };
}

function compareTexts(log: EventLog, a: number, b: number): number {
  if (a === b) return 0;
  if (a < 0 || b < 0) return a - b;
  const [left, right] = [log.values.text(a), log.values.text(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
