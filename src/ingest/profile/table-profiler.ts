import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { TableProfile, Written } from '../../domain/profile.ts';
import type { Instant } from '../../domain/time.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { type Budget, type ColumnProfiler, columnProfiler } from './column-profiler.ts';
import { orderTally } from './orders.ts';
import { type Twins, twinsOf } from './twins.ts';

/** Takes all rows of one table, and says at the end what it holds. */
interface TableProfiler {
  readonly sink: RowSink;
  readonly remarks: readonly Diagnostic<Code>[];
  finish(): TableProfile;
}

/** What stands in a table and is no row of it. */
const NO_ROWS: readonly Code[] = ['repeated-header', 'footer-row', 'total-row'];
/** Different values of all columns together: a table can have thousands of columns. */
const MOST_VALUES_OF_ALL = 1_000_000;
/** Lines of sums, and remarks of one kind, that are kept. */
const MOST = 20;
/** Rows that are held until day and month can be told apart; those beyond are not asked what comes first in them. */
const MOST_WAITING = 20_000;
/** A sum says so in one of its first cells. */
const FIRST_CELLS = 3;

export function tableProfiler(file: string): TableProfiler {
  let names: readonly string[] = [];
  let columns: ColumnProfiler[] = [];
  let twins: Twins = twinsOf(0);
  let written: Written = {};
  let [rows, refused] = [0, 0];
  const budget: Budget = { left: MOST_VALUES_OF_ALL };
  const orders = orderTally();
  const totals: number[] = [];
  const remarks: Diagnostic<Code>[] = [];
  const told = new Map<Code, number>();
  const texts: string[] = [];
  const at: Instant[] = [];
  /** Rows with a stamp that cannot be read yet. */
  const waiting: { readonly line: number; readonly texts: readonly string[] }[] = [];

  const remark: RowSink['remark'] = ({ code, message, hint }, line) => {
    const count = (told.get(code) ?? 0) + 1;
    told.set(code, count);
    if (count > MOST) return;
    const place = { file, ...(line !== undefined && { line }) };
    remarks.push({ code, place, message, ...(hint !== undefined && { hint }) });
  };

  const sink: RowSink = {
    begin(present, line) {
      if (line !== undefined) written = { headerLine: line, ...written };
      if (present.length > names.length && rows === 0) twins = twinsOf(present.length);
      names = present;
      columns = present.map((_, index) => columns[index] ?? columnProfiler(budget));
    },
    take(cells, line) {
      rows++;
      let isSum = false;
      let isWaiting = false;
      for (let index = 0; index < columns.length; index++) {
        texts[index] = '';
        at[index] = Number.NaN;
        const cell = cells[index];
        // Most cells of a wide table are blank.
        if (cell === undefined || cell === '') continue;
        const text = cell.trim();
        const column = columns[index];
        if (text === '' || column === undefined) continue;
        texts[index] = text;
        column.take(text, line);
        at[index] = column.at;
        isWaiting ||= column.isWaiting;
        isSum ||= index < FIRST_CELLS && column.isTotal;
      }
      twins.take(texts);
      if (isWaiting && waiting.length < MOST_WAITING) waiting.push({ line, texts: [...texts] });
      else orders.take(at, line);
      if (isSum && totals.length < MOST) totals.push(line);
    },
    refuse(line, refusal) {
      if (refusal.code === 'total-row' && totals.length < MOST) totals.push(line);
      if (!NO_ROWS.includes(refusal.code)) refused++;
      remark(refusal, line);
    },
    remark,
    written(facts) {
      written = { ...written, ...facts };
    },
    reject: () => {},
  };

  return {
    sink,
    remarks,
    finish() {
      for (const row of waiting) {
        orders.take(
          columns.map((column, index) => column.again(row.texts[index] ?? '')?.at ?? Number.NaN),
          row.line,
        );
      }
      const profiles = columns.map((column, index) => column.finish(names[index] ?? '', rows));
      const saying = (index: number): boolean => (profiles[index]?.distinct ?? 0) > 1;
      const same = twins.groups().map((group) => group.filter(saying).map((index) => names[index] ?? ''));
      return {
        file,
        written,
        rows,
        refused,
        columns: profiles,
        orders: orders.finish(names),
        twins: same.filter((group) => group.length > 1),
        totals,
      };
    },
  };
}
