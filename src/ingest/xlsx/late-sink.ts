import type { RowSink } from '../rows/row-sink.ts';

/** A sink that is opened when the table turns out to have a header; what was said before that is then passed on. */
export function lateSink(open: () => RowSink): RowSink & { readonly isBegun: boolean } {
  let sink: RowSink | undefined;
  let early: ((opened: RowSink) => void)[] = [];
  const pass = (say: (opened: RowSink) => void): void => {
    if (sink === undefined) early.push(say);
    else say(sink);
  };
  return {
    get isBegun() {
      return sink !== undefined;
    },
    begin(columns, line) {
      if (sink === undefined) {
        sink = open();
        for (const say of early) say(sink);
        early = [];
      }
      sink.begin(columns, line);
    },
    take: (cells, line) => sink?.take(cells, line),
    // Once there is a header it is known whether rows can be taken so.
    get lane() {
      return sink?.lane;
    },
    refuse: (line, refusal) => pass((opened) => opened.refuse(line, refusal)),
    remark: (remark, line) => pass((opened) => opened.remark(remark, line)),
    written: (facts) => pass((opened) => opened.written?.(facts)),
    reject: () => pass((opened) => opened.reject()),
  };
}
