import type { ColumnKind } from '../../domain/profile.ts';
import type { ValueClass } from './value-class.ts';

/** Headers decide only where the values leave it open: bare figures may be a time, words a person. */
const TIME = /time|date|timestamp|(?:_at|_dt|_ts)$|时间|日期|时刻/i;
/** `12:30` under such a header is no time of day. */
const LENGTH =
  /时长|用时|耗时|历时|挂起|等待|暂停|小时|分钟|duration|elapsed|spent|hold|paus|pending|waiting|hours?|hrs|minutes?|\bmin\b|(?:response|resolution|handle|cycle|lead|reply)[ _]time/i;
const PERSON =
  /assignee|owner|agent(?!.*(?:group|id))|resource$|(?:^|[\s_])(?:user|requester|reporter|author|contact|customer name|submitter)$|处理人|受理人|负责人|操作人|创建人|提交人|报修人|报障人|联系人|经办人|接线员|调度员|客服$|工程师|师傅|姓名/i;
const ID = /(?:^|[^a-z])(?:id|key|no|number|#)$|#$|编号|单号|工单号|序号|流水号|id$/i;

/** Nearly all: exports hold a few cells of every sort. */
const MOST = 0.8;

/** What has been met of one column, of the values told apart: of so many the rest is no other. */
export interface ColumnTally {
  /** Rows of each sort of value. */
  readonly sorts: Map<ValueClass, number>;
  /** Rows of each make (`A-9999`); of a few makes. */
  readonly makes: Map<string, number>;
  /** Rows whose stamp is read, and of bare figures those that could be one. */
  stamps: number;
  /** Rows with something in the cell. */
  filled: number;
  /** Characters of the longest value. */
  longest: number;
}

interface Extent {
  readonly distinct: number;
  /** Rows with something in the cell; of so many different values the tally knows some of them. */
  readonly filled: number;
  readonly filledByCap: number;
  readonly rows: number;
  readonly isCapped: boolean;
}

/** Of a longer header the beginning decides: what a broken file has in its first line is no word. */
const LONGEST_HEADER = 200;

/** What a column is, by what nearly all of its values look like; its header decides between two that they leave open. */
export function kindOf(header: string, tally: ColumnTally, extent: Extent): ColumnKind {
  const name = header.slice(0, LONGEST_HEADER);
  const { filled, stamps, sorts } = tally;
  if (filled === 0) return 'empty';
  const share = (...wanted: readonly ValueClass[]): number =>
    wanted.reduce((sum, sort) => sum + (sorts.get(sort) ?? 0), 0) / filled;
  if (
    share('stamp') >= MOST ||
    (TIME.test(name) && stamps / filled >= MOST && share('stamp', 'digits', 'number') >= MOST)
  ) {
    return 'instant';
  }
  if (share('stamp') >= 0.5 && TIME.test(name)) return 'instant';
  if (share('boolean') === 1 && extent.distinct <= 2) return 'boolean';
  if (share('marked-time') >= MOST) return 'time-of-day';
  if (TIME.test(name) && !LENGTH.test(name) && share('marked-time', 'day-time') >= MOST) return 'time-of-day';
  if (share('duration', 'day-time') >= MOST) return 'duration';
  const isUnique = extent.distinct >= extent.filledByCap * 0.98 && extent.filled >= extent.rows * 0.98;
  if (share('digits', 'number') >= MOST) {
    return share('digits') >= MOST && (ID.test(name) || (isUnique && extent.rows > 1 && isOneMake(tally)))
      ? 'id'
      : 'number';
  }
  if (share('code', 'digits') >= MOST && (ID.test(name) || extent.distinct > 30 || isUnique)) return 'id';
  if (ID.test(name) && isUnique && tally.longest <= 64) return 'id';
  const isPerson = PERSON.test(name) || (share('name') >= MOST && extent.distinct >= 3);
  if (isPerson && tally.longest <= 40) return 'person';
  return isSet(tally, extent) ? 'choice' : 'text';
}

/** Figures of one length, and not a short one: amounts and lengths vary. */
function isOneMake({ makes }: ColumnTally): boolean {
  const [make = ''] = makes.keys();
  return makes.size === 1 && make.length >= 5;
}

/** A set: few values, met again and again, none of them long. */
function isSet({ longest, filled }: ColumnTally, { distinct, isCapped }: Extent): boolean {
  if (isCapped || longest > 60) return false;
  return distinct <= 5 ? filled > distinct || filled <= 5 : distinct <= 100 && distinct * 2 <= filled;
}
