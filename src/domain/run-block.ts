/**
 * The runs of some tickets side by side, in numbers instead of objects: how the runs of which nothing has to be told, nearly all of a
 * large log, go from the court into the figures. Made once and filled again and again: keep nothing of it. Arrays may be longer than
 * what is in them; texts are codes in the log's dictionaries.
 */
export interface RunBlock {
  tickets: number;
  runs: number;

  // By ticket.
  /** Code in `EventLog.tickets`. */
  readonly ticket: Int32Array;
  /** Its first and last instant. */
  readonly createdAt: Float64Array;
  readonly lastAt: Float64Array;
  /** Where in `values` its fields stand, as of the as-of instant. */
  readonly lastFields: Int32Array;
  /** See `Contacts`: 1 or 0; `replies` is -1 where no clock that applies is of kind response. */
  readonly replies: Int32Array;
  readonly wasResolved: Uint8Array;
  readonly wasReopened: Uint8Array;
  /** The ticket's runs are those from `firstRun[t]` up to, not including, `firstRun[t + 1]`: by clock, then by cycle. */
  readonly firstRun: Int32Array;

  // By run; `NaN` where a run does not have it.
  /** Index in the clocks of all versions of the policy, `Policy.clocks` of the one that is reported. */
  readonly clock: Uint16Array;
  readonly cycle: Int32Array;
  /** Index in `OUTCOMES`: met, breached, running or paused. */
  readonly outcome: Uint8Array;
  /** Index in the targets of its clock. */
  readonly target: Uint16Array;
  readonly startAt: Float64Array;
  readonly stopAt: Float64Array;
  readonly dueAt: Float64Array;
  /** See `Verdict`: absent while the run goes on; `settledAt`, by which a breach is counted in a month (S27), of breaches only. */
  readonly decidedAt: Float64Array;
  readonly settledAt: Float64Array;
  /** Of service time, and of the clock on the wall. */
  readonly elapsed: Float64Array;
  readonly wall: Float64Array;
  readonly within: Float64Array;
  readonly over: Float64Array;
  /** Index in the clock's severity bands; -1: none. */
  readonly band: Int16Array;
  /** Where in `values` the fields stand as of the decision, and of a run kept as they were until its stop, where the stop changed them: -1 elsewhere. */
  readonly fields: Int32Array;
  readonly fieldsBefore: Int32Array;
  /** Of a breach the value (code in `EventLog.values`) that names the employee charged; `BLANK`: unassigned. */
  readonly charged: Int32Array;
  /** Between a stop and a reopening that goes on with the same run: those from `firstGap[r]` up to, not including, `firstGap[r + 1]`. */
  readonly firstGap: Int32Array;

  readonly gapStart: Float64Array;
  readonly gapEnd: Float64Array;
  /** Codes in `EventLog.values`, `BLANK` for nothing: of each list of fields as many as the records have. */
  readonly values: Int32Array;
}
