import { BLANK, type EventLog, GRADES, type Grade } from '../domain/event-log.ts';
import type { Instant } from '../domain/time.ts';

/**
 * One ticket's facts in order, and what was true of it when.
 *
 * A *fact* is one dated thing a row says: an event, a change of fields, or both. A *step* is all the facts of one
 * instant (and of one sequence number, where there is a sequence). The values of a step hold from its instant,
 * included, to the next step's, excluded.
 *
 * Made once and filled anew for each ticket, so that millions of tickets cost no garbage: keep nothing of it.
 */
export class Timeline {
  readonly log: EventLog;
  readonly fieldCount: number;
  /** Some events are a length after another. */
  readonly hasReckoned: boolean;
  ticketCode = 0;
  /** The ticket's id. */
  ticket = '';

  factCount = 0;
  factAt = new Float64Array(16);
  factEarliest = new Float64Array(16);
  factLatest = new Float64Array(16);
  factGrade = new Uint8Array(16);
  factRow = new Int32Array(16);
  factEvent = new Int32Array(16);
  /** 1: the row's own fact, which brings its fields; 0: an event column's, which does not. */
  factOwn = new Uint8Array(16);

  stepCount = 0;
  /** First fact of each step, and one entry more: the facts' count. */
  stepStart = new Int32Array(17);
  values = new Int32Array(16);
  /** By field: 1 where its value is not the same in all steps. */
  readonly varies: Uint8Array;
  /** Every fact is known to the second, and none was at a local time that occurred twice or never. */
  isExact = true;
  /** By step, as far as they were asked for: the values as texts. */
  readonly texts: (readonly string[] | undefined)[] = [];

  /** Rows of this ticket that repeat another in every column the policy names. */
  repeatedRows = 0;
  /** Rows of this ticket that lie after the as-of instant altogether. */
  laterRows = 0;
  /** Facts of this ticket that lie after the as-of instant. */
  laterFacts = 0;

  constructor(log: EventLog) {
    this.log = log;
    this.fieldCount = log.fields.length;
    this.varies = new Uint8Array(log.fields.length);
    this.hasReckoned = log.stamped.some(({ from }) => from !== undefined);
  }

  stepAt(step: number): Instant {
    return this.factAt[this.stepStart[step]!]!;
  }

  /** The step in force at an instant, that instant included; -1 before the first. */
  stepIn(instant: Instant): number {
    let step = this.stepCount - 1;
    while (step >= 0 && this.stepAt(step) > instant) step--;
    return step;
  }

  /** Code of a field's value from this step on; `BLANK` when not known, for a step before the first, or no field. */
  value(step: number, field: number): number {
    if (step < 0 || field < 0) return BLANK;
    return this.values[step * this.fieldCount + field]!;
  }

  /** What the fact's own row says of a field: a code, `BLANK` or `CLEARED`. */
  ownValue(fact: number, field: number): number {
    if (field < 0 || this.factOwn[fact] === 0) return BLANK;
    return this.log.fields[field]!.values.at(this.factRow[fact]!);
  }

  text(code: number): string {
    return code < 0 ? '' : this.log.values.text(code);
  }

  /**
   * The fields as texts, in the records' order, from this step on; before the first as in the first. Steps that differ in
   * nothing share one list, and so do all verdicts on them.
   */
  textsAt(step: number): readonly string[] {
    const known = this.texts[Math.max(step, 0)];
    if (known !== undefined) return known;
    let first = Math.max(step, 0);
    while (first > 0 && this.#isAsBefore(first)) first--;
    const texts = this.texts[first] ?? this.#textsOf(first);
    this.texts[first] = texts;
    this.texts[Math.max(step, 0)] = texts;
    return texts;
  }

  #isAsBefore(step: number): boolean {
    const [end, width] = [(step + 1) * this.fieldCount, this.fieldCount];
    for (let index = end - width; index < end; index++) {
      if (this.values[index] !== this.values[index - width]) return false;
    }
    return true;
  }

  #textsOf(step: number): readonly string[] {
    const texts = new Array<string>(this.fieldCount);
    for (let field = 0; field < this.fieldCount; field++) texts[field] = this.text(this.value(step, field));
    return texts;
  }

  grade(fact: number): Grade {
    return GRADES[this.factGrade[fact]!]!;
  }

  makeRoom(facts: number): void {
    if (facts <= this.factAt.length) return;
    const room = Math.max(facts, this.factAt.length * 2);
    this.factAt = grown(this.factAt, new Float64Array(room));
    this.factEarliest = grown(this.factEarliest, new Float64Array(room));
    this.factLatest = grown(this.factLatest, new Float64Array(room));
    this.factGrade = grown(this.factGrade, new Uint8Array(room));
    this.factRow = grown(this.factRow, new Int32Array(room));
    this.factEvent = grown(this.factEvent, new Int32Array(room));
    this.factOwn = grown(this.factOwn, new Uint8Array(room));
    this.stepStart = new Int32Array(room + 1);
  }
}

/** The larger array with what was in the smaller one. */
export function grown<Numbers extends { set(from: Numbers): void }>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
