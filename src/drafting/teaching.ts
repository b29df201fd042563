import type { Form } from '../domain/policy.ts';
import type { Language } from '../domain/title.ts';

/** What the comments of a draft teach. One line each; `\n` divides lines. */
export interface Teaching {
  readonly opening: (files: string, rows: number) => string;
  readonly next: readonly ((policy: string, files: string) => string)[];
  readonly agreement: (file: string) => string;
  readonly nameToDo: string;
  readonly zone: Readonly<Record<'preset' | 'chinese' | 'offsets' | 'unknown', string>>;
  readonly form: Readonly<Record<Form, string>>;
  readonly ticket: string;
  readonly ticketDoubt: string;
  readonly createdDoubt: string;
  readonly presetCovers: (title: string) => string;
  readonly events: string;
  readonly reach: string;
  readonly noDate: string;
  readonly at: string;
  readonly event: (values: string) => string;
  readonly fields: string;
  readonly holds: (values: string) => string;
  /** Field → what one of its values could be called instead. */
  readonly another: Readonly<Record<string, string>>;
  readonly rename: (example: string) => string;
  readonly dayOrder: string;
  readonly dayOrderDoubt: string;
  readonly unreadable: (values: string) => string;
  readonly missing: string;
  readonly durations: string;
  readonly calendars: string;
  readonly office: string;
  readonly withHolidays: string;
  readonly useCalendar: string;
  readonly clocks: string;
  readonly endless: string;
  readonly targets: string;
  readonly targetsStated: string;
  readonly attain: string;
  readonly charge: string;
  readonly more: string;
}

const zh: Teaching = {
  opening: (files, rows) => `制度草案，由 slaudit init 根据 ${files}（${rows} 行）写成。标有 TODO 的地方须由人补全。`,
  next: [
    (policy, files) => `slaudit policy check ${policy} ${files}     # 检查本文件，并与导出数据对照`,
    (policy, files) => `slaudit report -p ${policy} ${files}        # 统计报表`,
    (policy) => `slaudit policy show ${policy}              # 用文字说明每条规则`,
  ],
  agreement: (file) => `${file} 响应时限`.trim(),
  nameToDo: 'TODO: 制度的名称',
  zone: {
    preset: '内置的对应关系按这个时区读',
    chinese: '假定：表头是中文，时间没有写时区，按北京时间读。不对就改这里',
    offsets: 'TODO: 时间都带时区；这里的时区只用于工作时间和月份的划分',
    unknown: 'TODO: 假定。时间没有写时区，请写明导出系统所在的时区，例如 Asia/Shanghai',
  },
  form: {
    tickets: '每行一张工单',
    events: '每行一个事件',
    changes: '每行一次字段变更',
  },
  ticket: '工单号所在的列',
  ticketDoubt: 'TODO: 没有一列的表头像工单号，这一列最像，请核对',
  createdDoubt: 'TODO: 没有一列的表头像创建时间，这一列最像，请核对',
  presetCovers: (title) => `内置的对应关系（${title}）；下面各项是补充，或优先于它`,
  events: '事件名称: 记录其时间的列',
  noDate: '这一列只有时分，没有日期；与前者是同一天才可以这样读',
  reach: '只说明数据截到何时，不参与计时',
  at: '这一行发生的时间',
  event: (values) => `其余的值以原名作为事件：${values}`,
  fields: '工单的属性名称: 列；条件（when）和分组（--by）用这些名称',
  holds: (values) => `有：${values}`,
  another: { status: '新名称', priority: '新名称', type: '新名称' },
  rename: (example) => `要改称某些值，例如：${example}`,
  dayOrder: '日与月的先后由整列推断',
  dayOrderDoubt: 'TODO: 假定。日和月谁在前，数据本身看不出来（d 是日，M 是月）',
  unreadable: (values) => `TODO: 这些不是时间，所在的行将被搁置：${values}。若表示空白，列入下面的 missing`,
  missing: '这些内容视为空白',
  durations: '以时长代替时间的列',
  calendars: '工作时间。去掉注释即生效，再在时限下写 calendar: office；不写则全天候计时（24x7）',
  office: '工作时间',
  withHolidays: '法定节假日休息，调休的周末上班',
  useCalendar: '只在工作时间内计时',
  clocks: '计时：从哪个事件到哪个事件',
  endless: 'TODO: 数据里没有说明何时结束；这里的 stop 只是占位，请写上表示结束的事件',
  targets: 'TODO: 写上承诺的时限。名为 TODO 的一条只是占位，没有人这样承诺过；从上往下取第一条符合的',
  targetsStated: '时限；从上往下取第一条符合的',
  attain: '达标率目标',
  charge: '超时归谁：超时那一刻的持有人，没有就归部门',
  more: '其余写法见 docs/policy.md：除外时间、暂停、重开、罚款与奖励、免责。',
};

const en: Teaching = {
  opening: (files, rows) =>
    `A draft of a policy, made by slaudit init from ${files} (${rows} rows). What is marked TODO only people can say.`,
  next: [
    (policy, files) => `slaudit policy check ${policy} ${files}     # its faults, and what the export never has`,
    (policy, files) => `slaudit report -p ${policy} ${files}        # the figures`,
    (policy) => `slaudit policy show ${policy}              # every rule in plain words`,
  ],
  agreement: (file) => (file === '' ? 'Response times' : `Response times of ${file}`),
  nameToDo: 'TODO: the name of the agreement',
  zone: {
    preset: 'the built-in mapping reads the stamps in this zone',
    chinese: 'assumed: the headers are Chinese, and the stamps name no zone. Change it where that is wrong',
    offsets: 'TODO: every stamp names its zone; this one is for opening hours and months',
    unknown: 'TODO: assumed. The stamps name no zone; say in which the export was made, such as Europe/Berlin',
  },
  form: {
    tickets: 'one row a ticket',
    events: 'one row an event',
    changes: 'one row a field change',
  },
  ticket: 'which ticket the row is about',
  ticketDoubt: 'TODO: no header is a word for the ticket; of all columns this is the likeliest. Check it',
  createdDoubt: 'TODO: no header is a word for the creation; of all columns this is the likeliest. Check it',
  presetCovers: (title) => `the built-in mapping (${title}); what follows adds to it or stands above it`,
  events: 'event: the column with its time',
  noDate: 'that column lacks a date; so it can be read if both are always of one day',
  reach: 'tells how far the export reaches; no clock uses it',
  at: 'when it happened',
  event: (values) => `the other values are events by their own names: ${values}`,
  fields: 'attribute of a ticket: its column; conditions (when) and groups (--by) use these names',
  holds: (values) => `has ${values}`,
  another: { status: 'another name', priority: 'another name', type: 'another name' },
  rename: (example) => `to call some values otherwise: ${example}`,
  dayOrder: 'which figure is the day is known from the whole column',
  dayOrderDoubt: 'TODO: assumed. Nothing in the file tells day from month (d is the day, M the month)',
  unreadable: (values) =>
    `TODO: no times, so that their rows are set aside: ${values}. Where they mean nothing, list them under missing`,
  missing: 'cells that mean nothing',
  durations: 'columns with a length in place of a time',
  calendars:
    'Opening hours. Take the # away and say calendar: office under a clock; without, time counts round the clock',
  office: 'opening hours',
  withHolidays: 'public holidays are closed',
  useCalendar: 'only opening hours count',
  clocks: 'What is timed: from which event to which',
  endless: 'TODO: nothing in the file says when it ends; this stop is a stand-in. Name the event that ends it',
  targets:
    'TODO: say what is promised. The one called TODO is a stand-in that nobody has promised; the first that matches counts',
  targetsStated: 'what is promised; the first that matches counts',
  attain: 'the share that should be kept',
  charge: 'who answers for a breach: who held it when the time ran out, else the department',
  more: 'All else is in docs/policy.md: excluded time, pauses, reopening, fines and rewards, excuses.',
};

export const teachings: Readonly<Record<Language, Teaching>> = { zh, en };
