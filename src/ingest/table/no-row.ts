/** Words that stand before or instead of a sum, alone in their cell: `合计`, `小计：`, `Grand total`, `共 120 条`. */
const TOTAL = new RegExp(
  [
    String.raw`^(?:本?[页日周月季年])?(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总\s*数|总\s*和|汇\s*总|平\s*均\s*值?|均\s*值)\s*[:：]?$`,
    String.raw`^[（(]?(?:grand\s+|sub-?|sub\s+)?totals?[)）]?\s*[:：]?$`,
    String.raw`^(?:sum|average|avg|mean)\s*[:：]?$`,
    String.raw`^(?:合\s*计|总\s*计|小\s*计|总\s*数|共\s*计|共|total)\s*[:：]?\s*共?\s*[\d,]+\s*(?:条|件|个|单|行|项|起|宗|次|笔|张)?(?:记录|数据|工单|信息)?[。.]?$`,
  ].join('|'),
  'i',
);

/** Longest text that can be one of the above. */
const LONGEST_TOTAL = 24;

/** Position of the first cell that says something. */
export function firstFilled(cells: readonly string[]): number {
  return cells.findIndex((cell) => cell.trim() !== '');
}

/**
 * Whether a row is a sum of others: the ticket is a word for one, whatever else the row says; or its first cell is, and the
 * cells that are wanted say nothing but numbers. A row of another first cell (a customer called Total) with a ticket is none.
 * @param first the row's first cell that says something
 * @param positions of the wanted columns, the ticket's first; `undefined` where all are wanted
 */
export function isTotal(cells: readonly string[], first: number, positions: readonly number[] | undefined): boolean {
  const ticket = positions?.[0] ?? -1;
  if (ticket >= 0 && ticket !== first && isTotalWord(cells[ticket] ?? '')) return true;
  if (!isTotalWord(cells[first] ?? '')) return false;
  if (ticket === first) return true;
  return positions === undefined
    ? cells.every((cell, position) => position === first || isSum(cell))
    : positions.every((position) => position < 0 || position === first || isSum(cells[position] ?? ''));
}

/** Whether a row stands below the table and not in it: a remark alone, or with its value beside it (`制表人：`, `张三`). */
export function isFooter(cells: readonly string[], first: number): boolean {
  if (!isFooterText(cells[first] ?? '')) return false;
  const says = cells.filter((cell) => cell.trim() !== '');
  return says.length <= 2 || says.every((cell, index) => index % 2 === 1 || /[:：]\s*$/.test(cell));
}

export function isTotalWord(cell: string): boolean {
  return cell.length <= LONGEST_TOTAL && TOTAL.test(cell.trim());
}

/** What stands alone in a row below a table: who printed it and when, a page number, how many rows a database gave. */
const FOOTER = new RegExp(
  [
    String.raw`^(?:数据)?(?:导出|打印|制表|生成|统计|查询|更新|下载|报表)(?:时间|日期|人|人员|单位|部门|者)?\s*[:：]`,
    String.raw`^(?:时区|备\s*注|注|说\s*明|附\s*注|数据来源|来源|审\s*核|审核人|填表人|负责人签字|签\s*字|制表人|单位)\s*\d?\s*[:：]`,
    String.raw`^第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?$`,
    String.raw`^(?:page|seite)\s+\d+(?:\s*(?:of|/|von)\s*\d+)?$`,
    String.raw`^\(?\d+ rows?(?: affected| selected| in set.*)?\)?\.?$`,
    String.raw`^(?:exported|generated|printed|created|downloaded|report(?: generated)?|source|notes?|time ?zone|as of)(?:\s+(?:on|at|by|from))?\s*[:：]`,
    String.raw`^(?:exported|generated|printed|downloaded)\s+(?:on|at|by|from)\s`,
    String.raw`^[-—–=*_#\s]*(?:end(?: of (?:report|file|data))?|eof|结束|完|以下空白|以上为全部数据)[-—–=*_#\s。.]*$`,
    '^[-—–=*_#]{3,}$',
  ].join('|'),
  'i',
);

export function isFooterText(cell: string): boolean {
  return FOOTER.test(cell.trim().slice(0, 200));
}

/** A blank, a number, a share or a length of time: what can stand beside the word of a sum. A date cannot. */
function isSum(cell: string): boolean {
  const text = cell.trim();
  return (
    text === '' ||
    text === '-' ||
    text === '—' ||
    text === '/' ||
    /^[¥￥$€-]?\s*[\d,.，]+\s*(?:%|％|条|件|个|单|行|项|次|元|分钟|小时|天|秒|min|h|s)?$/.test(text) ||
    /^\d+:\d{2}(?::\d{2})?$/.test(text)
  );
}
