import { consequenceRulesInChinese } from './consequences-zh.ts';
import { parts, type rulesInEnglish } from './en.ts';
import { cn } from './spacing.ts';

/** 用公司制度的文体说明规则：写给从不看 YAML 的人（人事、主管、工会、被追责的员工）。 */
export const rulesInChinese: typeof rulesInEnglish = {
  chapterMark: (n) => `${numeral(n)}、`,
  sectionMark: (_, n) => `（${numeral(n)}）`,
  itemMark: (n) => `${n}.`,
  subItemMark: (n) => `（${n}）`,
  lineMark: (n) => `${n})`,

  quoted: (text) => `「${text}」`,
  withId: (title, id) => `${title}${title.endsWith('）') ? '' : ' '}[${id}]`,
  or: (items) => {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : cn`${items.slice(0, -1).join('、')}或${last}`;
  },
  and: (items) => items.join('、'),
  all: (conditions) => conditions.join('，且'),
  either: (triggers) => triggers.join('，或者'),
  sentences: (items) => items.join(''),
  length: (millis, inDays) => {
    const { days, hours, minutes, seconds } = parts(millis);
    if (inDays && days !== undefined) return `${days} 天（${hours} 小时）`;
    const texts = [
      ...(hours > 0 ? [`${hours} 小时`] : []),
      ...(minutes > 0 ? [`${minutes} 分钟`] : []),
      ...(seconds > 0 || millis === 0 ? [`${seconds} 秒`] : []),
    ];
    return texts.join(' ');
  },
  percent: (percent) => `${percent}%`,
  blank: '空白',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  everyDay: '每日',
  range: (first, last) => `${first}至${last}`,
  nextDay: (time) => `次日 ${time}`,
  country: countryNamed,

  oneOf: (field, values) => cn`${field}为${values}`,
  noneOf: (field, values) => cn`${field}不是${values}`,
  compared: (field, operator, value) =>
    cn`${field}${{ '<': '低于', '<=': '不超过', '>': '超过', '>=': '不低于' }[operator]}${value}`,
  countsAs: (value, number) => cn`${value}按${number}计`,

  event: (names) => cn`出现${names}时`,
  eventBy: (names, who) => cn`由${who}作出${names}时`,
  changed: (fields) => cn`${fields}变更时`,
  changedBy: (fields, who) => cn`由${who}变更${fields}时`,
  reached: (columns) => `${columns}所记的时刻到来时`,
  firstRow: '工单首次出现时',
  begins: (condition) => cn`${condition}之时`,
  provided: (trigger, condition) => cn`${trigger}（须当时${condition}）`,
  agent: (name) => `客服人员（${name}）`,
  inBoth: (role, actor) => cn`身份为${role}的${actor}`,

  about: (file) => cn`本文是制度文件${file}所定规则的文字说明。凡影响判定的规则均已载明；未载明的，对判定没有影响。`,
  chapters: {
    scope: '适用范围',
    general: '通用规则',
    calendars: '工作日历',
    exclusions: '除外时间',
    clocks: '各项时限',
    objectives: '总体目标',
    consequences: '超时的后果和奖励',
    records: '导出数据的读法',
  },

  scope: {
    always: '本制度未设生效日期，始终有效。',
    since: (at) => `本制度自 ${at} 起生效。`,
    until: (at) => `本制度至 ${at} 止失效。其后开始的事项，在没有新版本之前仍按本制度判定，并予注明。`,
    before: '生效之前开始的事项也按本制度判定，并予注明。',
    versions: (at) =>
      `本制度有多个版本。以下为最新版本，适用于 ${at} 及以后开始的事项；此前版本的不同之处见文末各章。最早版本生效之前开始的事项，按最早版本判定，并予注明。`,
    version: {
      'at-start': '每一事项自始至终按其开始时有效的版本判定。',
      'at-breach': '每一时刻的时限按当时有效的版本，此前开始的事项亦同；其他规则按事项开始时有效的版本。',
    },
    timezone: (zone) => `本文所称日期和时刻，均为 ${zone} 时区的时间。`,
    everything: '导出数据中的工单全部纳入判定。',
    included: (condition) => cn`只判定截至报告时点符合下列条件的工单：${condition}。其余工单不作判定，另行计数列出。`,
    roster: (file) =>
      cn`人员以名册${file}为准：先按工号，再按姓名和别名，在当时在职的人员中查找。名册中查无此人或者对应多人的，按导出数据所写的姓名记载并注明，不作推测，也不改由他人承担。`,
    rosterRole: (role) => cn`导出数据未写明操作人身份的，名册中当时在职的人员视为${role}，名册另有身份的从其规定。`,
    noRoster: '人员姓名以导出数据所写为准。',
    excuses: (file) => cn`免责和申诉的决定见${file}：经免责或者申诉成立的超时不再计入，记录予以保留。`,
    excusesWithin: (length) => `超时判定之后超过自然时间 ${length}才作出的决定，不发生效力。`,
    titles: (pairs) => `报告中对本制度所用词语的称呼：${pairs}。`,
    appeal: (how) => `申诉：${how}`,
  },

  general: [
    '以下规则适用于各项时限；各项另有规定的，从其规定。',
    '只有在所用日历的工作时间内、且计时未暂停时，才计入时间。在工作时间以外开始的，自下一次上班时起计。',
    '暂停和除外的时间，时限相应顺延；互相重叠的，只扣除一次。暂停至今尚未结束的，视为持续到报告时点。',
    '时间精确计算到毫秒，判定时不作取整。以工作日计的，工作日指所用日历中有工作时间的日期，开始当日不计。',
    '是否超时，以计入的时间为准，不以钟点为准：期满时完成不算超时的时限，若恰在下班时期满，下一次上班的那一刻完成仍不算超时。',
    '工单中途变更以致适用另一时限的，计时自开始起连续计算，每一时刻按当时适用的时限判定；新的时限在变更时已经用尽的，自变更之时起算超时，不向前追溯。',
    '工单中途不再符合某项时限的适用条件，且此前没有超时的，该项不作记录。',
    '超时一经发生即为确定，工单其后的任何变化均不撤销已经发生的超时。',
    '截至报告时点尚未结束的，按报告时点判定：届时用时已经超出时限的，即为超时。',
    '计时进行中再次出现开始动作的，不影响计时；结束以后再次出现结束动作的，同样不影响。',
    '因有结束而无开始、结束早于开始、记录无法读取，或者所缺的时间精度足以左右结果，以致数据不足以判定的，结果为「无法判定」，既不算达标，也不算超时。',
    '超时的责任人按各项所列确定；不能确定的，记为「未分配」，不归责于接手的人。',
    '结果归入其确定的月份：超时归入用时开始超出时限的月份，其他归入结束的月份。',
  ],

  calendar: {
    roundTheClock: '全年每日 24 小时。',
    timezone: (zone) => `所称时刻为 ${zone} 时区的时间。`,
    open: (days, hours) => `工作时间：${days} ${hours}。`,
    openWithGaps: (days, hours, gaps) => `工作时间：${days} ${hours}，其间 ${gaps} 为休息，不计时。`,
    closed: (days) => `休息日：${days}。`,
    overMidnight: '跨越午夜的工作时间，算作开始那一日的工作时间。',
    publicHolidays: (country) => `法定节假日休息：${country}。`,
    makeUp: (day) => `调休上班的日期照常上班，工作时间同${day}。`,
    region: (country, code) => `${country}（${code}）`,
    file: (path) => cn`日历文件${path}所列的日期休息。`,
    dates: (dates) => `下列日期休息：${dates}。`,
    noHolidays: '节假日不另作区分。',
    ownHours: (date, hours) => `${date} 的工作时间为 ${hours}。`,
    ownClosed: (date) => `${date} 休息。`,
    breakOn: (date, hours) => `${date} ${hours} 不计时。`,
    precedence:
      '同一日期有不同规定的，该日期自己的工作时间优先于节假日和调休，节假日和调休优先于每周的工作时间；不计时的时段最后扣除。',
  },

  exclusions: {
    none: '无。',
    lead: '下列时间一律不计时：',
    span: (from, until, reason) => cn`自 ${from} 起至 ${until} 止，事由：${reason}。`,
    only: (condition) => cn`仅限符合以下条件的工单及其符合的期间：${condition}。`,
    clocks: (titles) => cn`仅限下列时限：${titles}。`,
  },

  clock: {
    everyTicket: '适用：全部工单。',
    tickets: (condition) => cn`适用：${condition}的工单。`,
    stay: (condition, columns) =>
      cn`起止：${condition}的每一段期间单独计时，自该段期间开始时起，至该段期间结束时止；${columns}改变的，另为一段。`,
    stayStop: (triggers) => cn`其间，${triggers}，提前结束。`,
    start: (triggers) => cn`开始：${triggers}。`,
    fromTheOutset: '一开始即符合的，自工单首次出现时起计。',
    stop: (triggers) => cn`结束：${triggers}。`,
    notByOthers: '其他人作出的同一操作不算。',
    byAnybody: '由谁作出，不作区分。',
    nextResponse: '只对尚未答复的计时：答复前多次出现开始动作的，从第一次起计；没有开始而出现的答复，不作记录。',
    nextResponseAnew: '答复以后再次出现开始动作的，另行计时。',
    resolutionAnswers: (triggers) => cn`工单解决（${triggers}）之前无人答复的，以解决作为答复。`,
    resolutionIsNoAnswer: '解决不作为答复；没有答复的，继续计时。',
    createdByAgent: {
      normal: (role) => cn`由${role}自行创建的工单，与其他工单同样计时。`,
      met: (role) => cn`由${role}自行创建的工单，创建即视为已经答复。`,
      'not-applicable': (role) => cn`由${role}自行创建的工单，不计时。`,
    },
    neverRests: '暂停：无。',
    pause: {
      while: (condition) => cn`暂停：${condition}期间，不计时。`,
      between: (from, until) => cn`暂停：自${from}起，至${until}止，不计时。`,
    },
    pauseTotals: (columns) =>
      cn`暂停：以${columns}所记的时长为准，不计时。其时段不明，按最先发生计算，时限相应顺延全部时长；所记时长超过可计时间的，不作判定。`,
    waitsFor: (whom) => cn`统计时计为等待${whom}的时间。`,
    totalWaitsFor: (columns, whom) => cn`统计时${columns}计为等待${whom}的时间。`,
    maxPause: (length) => `每次暂停最长为自然时间 ${length}，逾期恢复计时。`,
    cancel: (triggers) => cn`作废：${triggers}，计时作废。`,
    cancelFromTheOutset: '开始之前即已如此的，同样作废。',
    cancelAfterBreach: '此前已经发生的超时仍然有效。',
    reset: (triggers) => cn`重新起算：${triggers}，从零重新计时；此前已经发生的超时单独保留。`,
    final: '重新打开：结束即为最终结果，其后的变化没有影响。',
    reopen: {
      continue: (triggers) =>
        cn`重新打开：结束以后，${triggers}，继续累计计时；结束至重新打开之间的时间不计，以最后一次结束为准。`,
      first: (triggers) => cn`重新打开：以第一次结束为准；其后，${triggers}，没有影响。`,
      cycle: (triggers) => cn`重新打开：结束以后，${triggers}，从零开始新的一轮，每一轮单独判定。`,
      reset: (triggers) => cn`重新打开：结束以后，${triggers}，从零重新计时；前一轮达标的不再记录，超时的单独保留。`,
    },
    grace: (length) => `结束后超过自然时间 ${length}才发生上述情形的，一律作为新的一次，从零计时，单独判定。`,
    closedOnly: '尚未结束：未结束之前，即使用时已经超出时限，也不算超时，待结束时判定。',
    month: {
      created: '归入月份：不论何时确定，结果归入开始的月份。',
      stopped: '归入月份：不论何时确定，结果归入结束的月份。',
    },
    objective: (percent) => `目标：已经判定的，达标的不低于 ${percent}。`,
  },

  hours: {
    of: (calendar) => `按「${calendar}」日历的工作时间计`,
    always: (calendar) => `按「${calendar}」日历（全天候）计`,
    roundTheClock: '按自然时间（全天候）计',
    onShift: (otherwise) => `按当时持有工单的人在名册中的班次计（无人持有或者持有人没有班次的，${otherwise}）`,
  },

  limits: {
    inclusive: '恰在期满时完成，不算超时',
    exclusive: '恰在期满时完成，即为超时',
    one: (limit, exactly) => `时限：${limit}；${exactly}。`,
    list: (exactly) => `时限：按下列次序，以第一条符合的为准；${exactly}。`,
    line: (condition, limit) => cn`${condition}的：${limit}。`,
    others: (limit) => `其他：${limit}。`,
    all: (limit) => `全部：${limit}。`,
    none: '以上均不符合的：没有时限，既不算达标，也不算超时。',
    within: (length, hours) => `${length}以内，${hours}`,
    workingDays: {
      closing: (days, hours) =>
        days === 0
          ? `当个工作日以内，${hours}，至开始当日下班时止；开始当日不是工作日的，至下一个工作日下班时止`
          : `${days} 个工作日以内，${hours}，至开始当日之后第 ${days} 个工作日下班时止`,
      'same-time': (days, hours) =>
        `${days} 个工作日以内，${hours}，至开始当日之后第 ${days} 个工作日的同一时刻止；该时刻不在工作时间内的，至下一次上班时止`,
      'same-time-exact': (days, hours) =>
        `${days} 个工作日以内，${hours}，至开始当日之后第 ${days} 个工作日的同一时刻止，该时刻不在工作时间内的亦同`,
    },
    promised: (column, hours) => `至「${column}」所约定的时刻止，${hours}`,
    promisedNothing: (column) => `「${column}」空白的，没有时限；约定时刻早于开始的，自开始即为超时。`,
    furthest: (column, length) => `「${column}」晚于开始超过自然时间 ${length}的，作为可疑数据列出。`,
    interval: (length, hours, triggers) =>
      cn`要求：每 ${length}之内至少一次，${hours}；${triggers}，为完成一次。恰在到点时完成的，算及时。`,
    intervals:
      '每漏一次，计超时一次。完成一次的，下一次自完成时起计；漏掉一次的，下一次自上一次到点时起计。因结束而不满一个间隔的，不作判定。',
    intervalsApply: '只在工单符合适用条件的期间作此要求；中途才符合的，自符合之时起计。',
  },

  change: {
    'at-instant': (fields) => cn`中途变更：${fields}中途变更的，自变更之时起按新的时限判定，计时不中断。`,
    'at-start': (fields) => cn`中途变更：是否适用、适用哪一条时限，均以开始时的${fields}为准，其后变更的没有影响。`,
    'at-stop': (fields) =>
      cn`中途变更：适用哪一条时限，以结束时（尚未结束的，以报告时点）的${fields}为准，自开始起适用。`,
    restart: (fields) => cn`中途变更：${fields}中途变更以致适用另一条时限的，自变更之时起从零重新计时。`,
    retroactive: (fields) =>
      cn`中途变更：${fields}中途变更的，每一时刻按当时适用的时限判定，并视为自开始起即适用；超时的时刻可以早于变更。`,
  },
  severity: {
    bands: (bands) => cn`超时等级：按用时超出时限的多少，以第一个符合的为准：${bands}。`,
    band: (name, over) => cn`${over}的为「${name}」`,
    over: (operator, length) =>
      ({
        '<': `不足 ${length}`,
        '<=': `不超过 ${length}`,
        '>': `超过 ${length}`,
        '>=': `达到或超过 ${length}`,
        '=': `恰为 ${length}`,
        '!=': `不是 ${length}`,
      })[operator],
    missed: '漏掉一次的，按超出为零计。',
  },

  charge: {
    to: (who) => cn`责任：超时由${who}负责。`,
    firstOf: (first, others) => cn`责任：超时由${first}负责；不能确定的，由${others}负责。`,
    others: (parties) => parties.join('负责；仍不能确定的，由'),
    noHolder: '但导出数据没有记载工单由谁持有，因而无法据此确定责任。',
    holder: (column) => `时限用尽时持有工单的人（「${column}」栏）`,
    current: (column) => `报告时点持有工单的人（「${column}」栏）`,
    first: (column) => `最先持有工单的人（「${column}」栏）`,
    stopper: '使计时结束的操作人',
    nobody: '责任：超时不由任何人负责，仅作统计。',
    elseNobody: '除此以外，不由任何人负责。',
    department: (column) => `时限用尽时持有工单的人（「${column}」栏）在名册中所属的部门`,
    team: (column) => `时限用尽时持有工单的人（「${column}」栏）在名册中所属的班组`,
    field: (column, kind) => `时限用尽时「${column}」栏所写的${kind}`,
    minHolding: (length) =>
      `截至时限用尽时，持有工单不足 ${length}（工作时间）的人不负责任，由此前持有的人负责；此前无人持有的，视为不能确定。`,
    kinds: {
      employee: '员工',
      department: '部门',
      supplier: '供应商',
      unassigned: '未分配',
      unmatched: '名册无法对应者',
      nobody: '无人',
    },
  },

  objectives: {
    all: '统计范围：全部时限。',
    clocks: (titles) => cn`统计范围：${titles}。`,
    tickets: (condition) => cn`仅限${condition}的工单。`,
    inTime: (percent) => `已经判定的，达标的不低于 ${percent}。`,
    within: (percent, length) =>
      `不论各自的时限，计入的时间在 ${length}以内结束的不低于 ${percent}。尚未结束而已超过该时间的，计为未达成。`,
    notCounted: '作废和无法判定的，不计入。',
    by: (names) => cn`另按${names}分别统计。`,
  },

  consequences: consequenceRulesInChinese,

  records: {
    form: {
      tickets: (ticket) => `每行为一张工单，工单号在「${ticket}」。`,
      events: (ticket) => `每行为工单上发生的一个动作，工单号在「${ticket}」。`,
      changes: (ticket) => `每行为工单某一字段的一次变更，工单号在「${ticket}」。`,
    },
    rows: (path) => cn`数据行位于${path}。`,
    repeats: {
      last: '同一工单有多行的，以时间最晚的一行为准。',
      first: '同一工单有多行的，以时间最早的一行为准。',
      error: '同一工单有多行且互相矛盾的，均不采用。',
    },
    at: (column) => `发生时间在「${column}」。`,
    event: (column) => `动作在「${column}」。`,
    actor: (column) => `操作人在「${column}」。`,
    role: (column) => `操作人的身份在「${column}」。`,
    change: (field, to) => `变更的字段在「${field}」，变更后的值在「${to}」。`,
    changeFrom: (from) => `变更前的值在「${from}」。`,
    sequence: (column) => `同一时刻的记录以「${column}」为序；仍不能分先后的，依次为结束、暂停、恢复、开始。`,
    noSequence: '同一时刻的记录，依次为结束、暂停、恢复、开始。',
    held: '记录所写的内容自其时间起有效，直至另有记录改变。',
    emptyCell: '单元格空白的，视为没有变化。',
    cleared: (columns) => cn`但${columns}空白的，自该时间起视为空白。`,
    stamps: (columns) => `${columns}所记的时间：`,
    allStamps: '所记的时间：',
    zone: (zone) => `未注明时区的，为 ${zone} 时区的时间；`,
    formats: (formats) => `书写格式为 ${formats}；`,
    assume: {
      undecided: '没有秒数或者只有日期的，凡取决于所缺部分的结果不作判定；',
      start: '没有秒数或者只有日期的，以其开始的一刻为准；',
      end: '没有秒数或者只有日期的，以其最后一秒为准；',
    },
    ambiguous: {
      earlier: '因夏令时结束而出现两次的时刻，取较早的一次。',
      later: '因夏令时结束而出现两次的时刻，取较晚的一次。',
      reject: '因夏令时结束而出现两次的时刻，不予采用。',
    },
    timeOfDay: (column) => `时刻在「${column}」；`,
    lengthAfter: (column, base) => cn`发生在${base}所记时间之后多久，记在「${column}」，`,
    total: (column) => `合计时长记在「${column}」，`,
    units: {
      ms: '单位为毫秒。',
      s: '单位为秒。',
      min: '单位为分钟。',
      h: '单位为小时。',
      d: '单位为天，每天 24 小时。',
      text: '单位随值写明。',
    },
    assumeLength: {
      undecided: '只写整分钟、整小时或整天的，凡取决于未写部分的结果不作判定。',
      start: '只写整分钟、整小时或整天的，以所写为准。',
      end: '只写整分钟、整小时或整天的，算至下一单位的前一秒。',
    },
    missing: (values) => `下列单元格视为空白：${values}。`,
    preset: (name) => cn`栏目按内置预设${name}读取，制度另行指定的从其指定。`,
    alternatives: '文件中没有此处所写名称的栏目的，在下列名称中依次取最先有的一个：',
    optional: (columns) => cn`文件可以没有下列栏目，没有的视为空白：${columns}。`,
    names: '以上各条中的栏目和取值均用导出数据中的名称；报表和判定依据使用括号中的名称。',
    named: (ours, theirs) => `${theirs}（${ours}）`,
    columns: (names) => `栏目：${names}。`,
    entries: (column, values) => cn`${column}：${values}。`,
  },

  earlier: {
    first: (before) => `此前版本：${before} 前开始的事项`,
    between: (from, before) => `此前版本：${from} 起、${before} 前开始的事项`,
    name: (name) => `该版本名称为${name}。`,
    since: (at) => `该版本自 ${at} 起生效，此前开始的事项也按该版本判定，并予注明。`,
    until: (at) => `该版本至 ${at} 止失效；其后、下一版本生效之前开始的事项也按该版本判定，并予注明。`,
    before: '当时的规定：',
    after: '现行的规定：',
    nothing: '无此规定。',
    same: '规则相同，没有差别。',
    rest: '除本章所列外，均与上文相同。',
    without: (titles) => cn`当时尚无下列内容：${titles}。`,
    inChapter: (chapter, title) => `${chapter}：${title}`,
  },
};

/** Made when a country is to be named: it loads the names of all. */
let countries: Intl.DisplayNames | undefined;

function countryNamed(code: string): string {
  countries ??= new Intl.DisplayNames('zh-CN', { type: 'region' });
  return countries.of(code) ?? code;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一至九十九。 */
function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  return (tens > 1 ? DIGITS[tens] : '') + (tens > 0 ? '十' : '') + (DIGITS[n % 10] ?? '');
}
