import { readPolicies } from '../../src/policy/read-by-grammar.ts';
/** Stands in a test's YAML right before the place where a fault is expected. */
export const MARK = '▲';

/** The text without marks, and the places where they stood. */
export function unmark(marked: string): { readonly text: string; readonly places: readonly [number, number][] } {
  const places: [number, number][] = [];
  const lines = marked.split('\n').map((line, index) => {
    const parts = line.split(MARK);
    let column = 1;
    for (const part of parts.slice(0, -1)) {
      column += part.length;
      places.push([index + 1, column]);
    }
    return parts.join('');
  });
  return { text: lines.join('\n'), places };
}

/** Codes and places of the faults in a text, in order. */
export function faultsOf(text: string): [string, number, number][] {
  return readPolicy('policy.yaml', text).diagnostics.map(({ code, place }) => [
    code,
    place?.line ?? 0,
    place?.column ?? 0,
  ]);
}

/** A policy without a fault; the parts given stand in for its own. */
export function policyText(parts: { top?: string; records?: string; rest?: string; clock?: string } = {}): string {
  const { top = 'timezone: Asia/Shanghai', records = RECORDS, rest = '', clock = CLOCK } = parts;
  return ['slaudit: 1', top, 'records:', records, rest, 'clocks:', '  answer:', clock, ''].join('\n');
}

export const RECORDS = `  form: events
  ticket: 工单号
  at: 时间
  event: {column: 动作, values: {创建: created, 回复: responded, 解决: resolved}}
  actor: {column: 操作人, role: 角色}
  fields: {channel: 渠道, status: 状态, amount: 金额, assignee: 负责人, 部门: 部门}`;

export const CLOCK = `    start: created
    stop: responded
    within: 4h`;

/** A policy of one file. */
export function readPolicy(file: string, text: string): ReturnType<typeof readPolicies> {
  return readPolicies([{ file, text }]);
}
