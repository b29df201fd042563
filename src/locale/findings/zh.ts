/**
 * 检查数据和制度时所发现问题的说法，按英文模板逐句对应；{0}、{1} 等为其中的值，次序可变，不可缺少。
 * 制度文件里的键名、取值照原样写，以便照着修改。
 */
export const findingsInChinese: Readonly<Record<string, string>> = {
  // 连接
  '{0} {1}': '{0}{1}',
  '{0}; {1}': '{0}；{1}',
  '{0} or {1}': '{0}或{1}',
  '{0} and {1} more': '{0}等，另有{1}项',
  'Found under {0} only.': '仅见于制度{0}。',
  'Did you mean "{0}"?': '是否应为「{0}」？',
  '{0} more of this kind, which are counted and not listed one by one': '同类问题另有{0}处，只计数，不逐一列出',
  'Mend what the first of them have in common, and run again.': '请先修正前面所列各处的共同问题，再重新运行。',

  // 文件
  'Exports end in .csv, .tsv, .json, .jsonl, .ndjson, .xlsx, .xlsb, .xls, .ods, .xes or .zip, packed as .gz or not.':
    '导出文件的扩展名为 .csv、.tsv、.json、.jsonl、.ndjson、.xlsx、.xlsb、.xls、.ods、.xes 或 .zip，可另以 .gz 压缩。',
  'a file of this folder is not read: {0}': '此文件夹中有1个文件未读取：{0}',
  '{0} files of this folder are not read: {1}': '此文件夹中有{0}个文件未读取：{1}',
  '{0} A file that is named is read whatever its ending.': '{0}直接写明文件名的，不论扩展名都会读取。',
  'a file in the archive is passed over: {0}': '压缩包中有1个文件未读取：{0}',
  '{0} files in the archive are passed over: {1}': '压缩包中有{0}个文件未读取：{1}',
  'By their names or sizes they are no exports. One that is can be unpacked and given by itself.':
    '从文件名或大小看，它们不是导出数据。如确是导出数据，请解压后单独指定。',
  'the file is read as {0}, for instance "{1}"': '文件按{0}编码读取，例如其中的「{1}」',
  'That is a guess from the bytes.': '编码是根据字节推断的。',
  '{0} fits nearly as well ("{1}").': '{0}也几乎同样说得通（「{1}」）。',
  'To settle it: records.file.encoding: {0} in the policy, or --encoding {1}.':
    '如需明确，请在制度中写 records.file.encoding: {0}，或用 --encoding {1}。',
  'Saved as UTF-8 it leaves no doubt.': '另存为 UTF-8 即无疑义。',
  'a NUL byte is left out, which no text holds': '略去了1个空字节，文本中不应有空字节',
  '{0} NUL bytes are left out, which no text holds': '略去了{0}个空字节，文本中不应有空字节',
  'They pad cells, or the end of a file that was cut off while it was written: check that its last rows are there.':
    '空字节用于填充单元格，或填充写入中断的文件末尾：请核对最后几行是否齐全。',

  // 工作簿
  'of the same file {0} is not read': '同一文件中的{0}未读取',
  'of the same file {0} are not read': '同一文件中的{0}未读取',
  'The table that has most of the columns is the one that is read.': '读取的是栏目最齐全的那张表。',
  'of the same workbook a sheet is not read: {0}': '同一工作簿中有1张工作表未读取：{0}',
  'of the same workbook {0} sheets are not read: {1}': '同一工作簿中有{0}张工作表未读取：{1}',
  '"{0}" (hidden)': '「{0}」（隐藏）',
  'They lack columns that the policy names. records.file.sheet says which sheets are to be read.':
    '它们缺少制度所列的栏目。要读哪些工作表，可用 records.file.sheet 写明。',
  'the sheet is hidden, and is read': '该工作表是隐藏的，仍予读取',
  'Where it should not count, name the others in records.file.sheet.':
    '如不应计入，请在 records.file.sheet 中写明其他工作表。',
  'a cell of column {0} holds an error instead of a value ({1})': '{0}列有1个单元格为错误值（{1}）',
  '{0} cells of column {1} hold an error instead of a value ({2}), this one first':
    '{1}列有{0}个单元格为错误值（{2}），此为第一处',
  'It is read as blank. Mend the formula, and save the workbook.': '按空白读取。请修正公式并保存工作簿。',
  'a cell of column {0} holds a formula whose value is not in the file': '{0}列有1个单元格的公式没有保存计算结果',
  '{0} cells of column {1} hold a formula whose value is not in the file, this one first':
    '{1}列有{0}个单元格的公式没有保存计算结果，此为第一处',
  'It is read as blank. Open the workbook in a spreadsheet program, which computes it, and save it.':
    '按空白读取。请用电子表格软件打开工作簿，待其计算后保存。',
  'a cell of column {0} holds a number of more than 15 digits, of which a spreadsheet keeps 15 ({1})':
    '{0}列有1个单元格的数字超过15位，电子表格只保留15位（{1}）',
  '{0} cells of column {1} hold a number of more than 15 digits, of which a spreadsheet keeps 15 ({2}), this one first':
    '{1}列有{0}个单元格的数字超过15位，电子表格只保留15位（{2}），此为第一处',
  'Numbers that differ only in their last digits have become one. Export the column as text.':
    '只有末几位不同的数字已变成同一个。请将该栏以文本格式导出。',

  // 表头与行
  'line {0}': '第{0}行',
  'lines {0} and {1}': '第{0}行和第{1}行',
  'the header is {0}': '表头在{0}',
  'the header is {0}; above it: {1}': '表头在{0}；其上为：{1}',
  'the header is {0}; above it: {1} and {2} more': '表头在{0}；其上为：{1}，另有{2}行',
  'records.file.header: {0} in the policy states it.': '可在制度中写明：records.file.header: {0}。',
  '{0} as "{1}"': '{0}作「{1}」',
  'headers that differ a little from the policy are read: {0}': '表头与制度略有出入，照读：{0}',
  'They differ only in case, width or blanks, and no other header comes near. Write them as the export does.':
    '差别只在大小写、全半角或空格，也没有别的栏目相近。请在制度中照导出数据的写法写。',
  '{0} stands here again': '此处重复出现{0}',
  'It is the header, or stands above it: no ticket, and left out.': '这是表头或表头以上的内容，不是工单，不予采用。',
  '{0} is a row of totals': '{0}是合计行',
  '{0} is a footer': '{0}是表尾说明',
  'It is no ticket, and left out.': '不是工单，不予采用。',
  'a second header stands here, with other columns or in another order: {0}': '此处出现第二个表头，栏目或次序不同：{0}',
  'The rows below it are read by it; it has all columns that are needed.': '其下各行按此表头读取，所需栏目齐全。',
  'the row has 1 cell, the header {0}': '该行有1个单元格，表头有{0}个',
  'the row has {0} cells, the header {1}': '该行有{0}个单元格，表头有{1}个',
  'A delimiter or a line break inside a cell needs quotes around the cell.': '单元格内含分隔符或换行的，须用引号括起。',
  'Lines {0} to {1} make one row: a line break inside a cell needs quotes around it.':
    '第{0}行至第{1}行合为一行：单元格内有换行的，须用引号括起。',
  'The file ends in this row, without a line break: the rest may be lost. Export it again.':
    '文件在此行中断，末尾没有换行，后面的内容可能已丢失。请重新导出。',
  'one row ends before the last columns; what is lacking is read as blank': '有1行缺少末尾的单元格，所缺按空白读取',
  '{0} rows end before the last columns; what is lacking is read as blank': '有{0}行缺少末尾的单元格，所缺按空白读取',
  'Spreadsheets leave out blank cells at the end of a row. Where something did stand there, export again.':
    '电子表格会省略行末的空白单元格。若那里本有内容，请重新导出。',
  'Until the row is mended it is left out.': '修正之前，该行不予采用。',
  'Until the row is mended it is left out, and nothing is decided about ticket {0}.':
    '修正之前，该行不予采用，工单 {0} 也不作判定。',
  'cells are divided by {0}': '单元格以{0}分隔',
  'no quotes enclose cells': '单元格不用引号括起',
  'cells are enclosed by {0}': '单元格以{0}括起',
  'a backslash escapes, and {0} is blank': '反斜杠表示转义，{0}表示空白',
  'records.file in the policy states it: {{0}}.': '可在制度的 records.file 中写明：{{0}}。',
  '"{0}" holds half of a character, which stands as its escape': '「{0}」含有残缺的字符，以转义写法代替',
  '"{0}" holds half of a character, which stands as its escape, and {1} more':
    '「{0}」含有残缺的字符，以转义写法代替，另有{1}处',
  'Something cut a text in the middle of a character (an emoji, often). Two such texts stay two.':
    '文本在某个字符（多为表情符号）中间被截断。两段这样的文本仍作两段处理。',
  'the file itself has the columns': '所需栏目就在文件顶层',
  'the rows were found at "{0}"': '在「{0}」处找到各行',
  'the file itself has the columns: there is nothing at "{0}"': '所需栏目就在文件顶层，「{0}」处没有内容',
  'the rows were found at "{0}": there is nothing at "{1}"': '在「{0}」处找到各行，「{1}」处没有内容',
  'Leave out records.rows.': '请去掉 records.rows。',
  'To say so: records.rows: {0}.': '可在制度中写明：records.rows: {0}。',

  // 栏目
  'event {0}': '事件 {0}',
  actor: '操作人',
  "actor's role": '操作人角色',
  sequence: '序号',
  from: '变更前的值',
  'total {0}': '合计 {0}',
  'field {0}': '字段 {0}',
  'verdict on {0}': '对 {0} 的判定',
  '{0} ({1})': '{0}（{1}）',
  'Did you mean {0} for {1}?': '{1}是否即{0}？',
  'Every column that it has is read.': '文件中的栏目已全部读取。',
  'It has, and the policy does not name: {0}.': '文件中有而制度未列的栏目：{0}。',
  'the file lacks columns that it may lack; what they would say stays blank: {0}':
    '文件缺少可选栏目，相应内容留空：{0}',

  // 单元格
  '"{0}" in column "{1}"': '「{1}」栏的「{0}」',
  '"{0}" in columns "{1}" and "{2}"': '「{1}」栏和「{2}」栏的「{0}」',
  'no ticket in column "{0}"': '「{0}」栏没有工单号',
  'no time in column "{0}"': '「{0}」栏没有时间',
  '{0} is not a time: {1}': '{0}不是时间：{1}',
  '"{0}" in column "{1}" is a time of no date: column "{2}" is blank': '「{1}」栏的「{0}」没有日期：「{2}」栏为空',
  '"{0}" in column "{1}" is not a number': '「{1}」栏的「{0}」不是数字',
  'The row is used as if the cell were blank.': '该行照用，此单元格按空白处理。',
  '{0} is a local time that never occurred in {1}': '{0}是{1}时区不存在的当地时间',
  '{0} is a local time that occurred twice in {1}': '{0}是{1}时区出现过两次的当地时间',
  'The clocks skipped it; it is moved forward by the gap, to {0}.': '时钟拨快时跳过了这一时间，按所跳长度顺延至 {0}。',
  'Read as the later of the two, {0}; records.time.ambiguous can be earlier, later or reject.':
    '取较晚的一次，即 {0}；records.time.ambiguous 可为 earlier、later 或 reject。',
  'Read as the earlier of the two, {0}; records.time.ambiguous can be earlier, later or reject.':
    '取较早的一次，即 {0}；records.time.ambiguous 可为 earlier、later 或 reject。',

  // 时长
  '{0} is not a length of time: {1}': '{0}不是时长：{1}',
  '{0} counts from "{1}", which has no time in this row': '{0}自「{1}」起算，而此行没有该时间',
  'Nobody can say when "{0}" was.': '无从得知「{0}」发生在何时。',
  'it is not written like one': '写法无法识别',
  'Read are lengths like 2d 3h, 1 days 18 hours 47 minutes, 18:47:00, 1天18小时47分钟, PT1H30M, or numbers of one unit: unit: min.':
    '可读的时长如 2d 3h、1 days 18 hours 47 minutes、18:47:00、1天18小时47分钟、PT1H30M，或单位一致的数字：unit: min。',
  'it is less than nothing': '小于零',
  'it is longer than a hundred years': '超过一百年',
  'it does not say its unit': '没有单位',
  'Say unit: ms, s, min, h or d.': '请写明单位 unit：ms、s、min、h 或 d。',
  'it could be hours and minutes or minutes and seconds': '可能是时和分，也可能是分和秒',
  'Say which: unit: h reads hours and minutes, unit: min minutes and seconds.':
    '请写明：unit: h 按时和分读取，unit: min 按分和秒读取。',
  'minutes and seconds run from 0 to 59': '分和秒只能是 0 至 59',
  'hours beside days run from 0 to 23': '与天数并列的小时只能是 0 至 23',
  'not every month or year is as long as another': '月和年的长短不一',

  // 时间
  'the column was too narrow for it when the sheet was exported': '导出时列宽不足，时间未能显示',
  'Widen the column and export again: the time itself is not in this file.':
    '请加宽该列后重新导出：此文件中没有时间本身。',
  'a spreadsheet has rounded it': '已被电子表格取整',
  'Export again from the source, with the column formatted as text.': '请从来源系统重新导出，并将该列设为文本格式。',
  'it is a fault of the sheet': '是表格的错误值',
  'programs write it where there is no time': '是软件在没有时间时的写法',
  'it says that there is none': '写的是没有',
  'If it means nothing, list it: records.missing: [{0}].': '如表示空白，请列入 records.missing: [{0}]。',
  'a number of five digits may be anything': '五位数字含义不明',
  'If it is a date as spreadsheets count them, say records.time.format: excel.':
    '如是电子表格的日期序号，请写 records.time.format: excel。',
  'it could be {0}': '可能是{0}',
  'hours of a date (yyyyMMddHH) or seconds since 1970 (epoch_s)':
    '到小时的日期（yyyyMMddHH），也可能是自1970年起的秒数（epoch_s）',
  'minutes of a date (yyyyMMddHHmm) or seconds of one (yyMMddHHmmss)':
    '到分钟的日期（yyyyMMddHHmm），也可能是到秒的日期（yyMMddHHmmss）',
  'hundredths of a second of a date or microseconds since 1970 (epoch_us)':
    '到百分之一秒的日期，也可能是自1970年起的微秒数（epoch_us）',
  'Digits alone are read as yyyyMMdd, yyyyMMddHHmmss, or as seconds (10 digits), milliseconds (13), microseconds (16) or nanoseconds (19) since 1970; say records.time.format when they mean something else.':
    '纯数字按 yyyyMMdd、yyyyMMddHHmmss 读取，或按自1970年起的秒（10位）、毫秒（13位）、微秒（16位）、纳秒（19位）读取；如有别的含义，请写 records.time.format。',
  'Say which: records.time.format.': '请用 records.time.format 写明。',
  'spreadsheets disagree on what day it is': '各电子表格软件对这一日期说法不一',
  'it names no year': '没有年份',
  'its hour and its half of the day contradict each other': '小时与上午、下午互相矛盾',
  '"{0}" is not the name of one zone only': '「{0}」不只是一个时区的名称',
  "CST, for one, is China or Chicago. Export stamps with an offset, or name the zone in records.time.zone and the letters as they stand in records.time.format: EEE MMM d HH:mm:ss '{0}' yyyy.":
    "例如 CST 既指中国，也指芝加哥。请导出带时差的时间，或在 records.time.zone 写明时区，并在 records.time.format 中照写这些字母：EEE MMM d HH:mm:ss '{0}' yyyy。",
  'no order of its figures makes a date': '数字怎样排列都不成日期',
  'the clocks of {0} never showed it': '{0}时区不存在这一时间',
  'the clocks of {0} showed it twice': '{0}时区出现过两次这一时间',
  'the year {0} is not between {1} and {2}': '年份{0}不在{1}至{2}之间',
  'it does not fall on the day of the week that it names': '日期与所写的星期不符',
  January: '1月',
  February: '2月',
  March: '3月',
  April: '4月',
  May: '5月',
  June: '6月',
  July: '7月',
  August: '8月',
  September: '9月',
  October: '10月',
  November: '11月',
  December: '12月',
  'there is no month {0}': '没有{0}月',
  '{0} {1} ends on the 31st': '{1}年{0}只有31天',
  '{0} {1} ends on the {2}th': '{1}年{0}只有{2}天',
  'no month has a day 0': '没有0日',
  'hours run from 0 to 24': '小时只能是 0 至 24',
  'minutes run from 0 to 59': '分钟只能是 0 至 59',
  'seconds run from 0 to 59': '秒只能是 0 至 59',
  'a day ends at 24:00': '一天止于 24:00',
  'Read as {0}.': '按 {0} 读取。',
  'Read as {0} and in many other notations; set records.time.format when it is written otherwise.':
    '可按 {0} 及许多其他写法读取；如写法不同，请设 records.time.format。',
  'the day stands first': '日在最前',
  'the month stands first': '月在最前',
  'the year stands first': '年在最前',
  'column "{0}" writes dates in two orders: "{1}" ({2}) shows that {3}, "{4}" that {5}':
    '「{0}」栏的日期有两种次序：「{1}」（{2}）表明{3}，「{4}」表明{5}',
  'as {0}: "{1}" is {2}': '按 {0}：「{1}」即 {2}',
  '{0} as {1}: "{2}" is {3}': '{0}个按 {1}：「{2}」即 {3}',
  '{0} as {1}: "{2}" ({3}) is {4}': '{0}个按 {1}：「{2}」（{3}）即 {4}',
  '1 time in column "{0}" is read {1}': '「{0}」栏有1个时间的读法为：{1}',
  '{0} times in column "{1}" are read {2}': '「{1}」栏有{0}个时间的读法为：{2}',
  '"{0}" ({1}) shows that {2}.': '「{0}」（{1}）表明{2}。',
  'If that is wrong, say records.time.format.': '如不对，请设 records.time.format。',

  // 工单
  '"{0}": a spreadsheet has rounded ticket numbers': '「{0}」：工单号被电子表格取整',
  '"{0}" and {1} more: a spreadsheet has rounded ticket numbers': '「{0}」等，另有{1}个：工单号被电子表格取整',
  'Several tickets may have become one. Export again without a spreadsheet, or with the column formatted as text.':
    '多个工单可能已并成一个。请不经电子表格重新导出，或将该列设为文本格式。',
  'a ticket stands otherwise in {0}, which is used; the first is "{1}"':
    '有1个工单在 {0} 中另有状态，以该文件为准；首个为「{1}」',
  '{0} tickets stand otherwise in {1}, which is used; the first is "{2}"':
    '有{0}个工单在 {1} 中另有状态，以该文件为准；首个为「{2}」',
  '{0}: records.repeats is {1}.': '{0}：records.repeats 为 {1}。',
  '{0} has no stamps, those of {1} reach to {2}': '{0} 没有时间，{1} 的时间止于 {2}',
  'The stamps of {0} reach to {1}, {2} has none': '{0} 的时间止于 {1}，{2} 没有时间',
  'The stamps of {0} reach to {1}, those of {2} to {3}': '{0} 的时间止于 {1}，{2} 的止于 {3}',
  'ticket "{0}" has {1} rows that differ: {2}': '工单「{0}」有{1}行内容不同：{2}',
  '{0} is used, the one with the earliest stamp: records.repeats is first. It can be last, first or error.':
    '采用 {0}，即时间最早的一行：records.repeats 为 first，可为 last、first 或 error。',
  '{0} is used, the one with the latest stamp: records.repeats is last. It can be last, first or error.':
    '采用 {0}，即时间最晚的一行：records.repeats 为 last，可为 last、first 或 error。',
  'None is used: records.repeats is error. Mend the export.':
    '各行均不采用：records.repeats 为 error。请修正导出数据。',

  // 时间线与计时
  'ticket {0} has two values of field "{1}" at one instant, and {2} was taken':
    '工单 {0} 的字段「{1}」在同一时刻有两个值，采用的是{2}',
  '"{0}"': '「{0}」',
  nothing: '空值',
  'No column says which came last, so the texts of the rows decide, never their place. Name one: records.sequence.':
    '没有栏目说明先后，因此按行的内容而非位置决定。可写明序号栏：records.sequence。',
  'the sequence of ticket {0} goes back to {1} while time goes on': '工单 {0} 的序号退回到 {1}，而时间在前进',
  'The time was believed; the sequence orders rows of one instant only.': '以时间为准；序号只用来排同一时刻的各行。',
  'clock "{0}" of ticket {1}': '工单 {1} 的时限「{0}」',
  '{0} stops here but never started': '{0}在此结束，却从未开始',
  'Undecided. Is an event missing from the export, or does the clock start on something else?':
    '无法判定。是导出数据缺少某个事件，还是该时限由别的事件开始？',
  '{0} stops at {1}, before it starts at {2}': '{0}于 {1} 结束，早于 {2} 的开始',
  'Undecided: no length can be told. Mend the times in the source system.':
    '无法判定：时长无从得知。请在来源系统中修正时间。',
  '{0} was paused for {1}, longer than its open time from start to stop':
    '{0}的暂停长达{1}，超过从开始到结束的工作时间',
  'Undecided. Is the total counted in other hours than the calendar, or of more than this clock?':
    '无法判定。该合计所用的时间是否与日历不同，或不只属于这一时限？',
  '{0} started at {1}, before the policy was in force': '{0}于 {1} 开始，早于制度生效',
  'It is in force from {0} on. Judged by it all the same, for want of an earlier version.':
    '制度自 {0} 起有效。因没有更早的版本，仍按其判定。',
  '{0} started at {1}, when the policy was no longer in force': '{0}于 {1} 开始，其时制度已失效',
  'It was in force until {0}. Judged by it all the same, for want of a later version.':
    '制度有效至 {0}。因没有更晚的版本，仍按其判定。',
  '{0} was promised for an instant before it starts here': '{0}的约定时间早于此处的开始',
  'Broken from the start. Mend the promised time in the source system if it is a slip.':
    '自开始即为违约。如系笔误，请在来源系统中修正约定时间。',
  '{0} was promised {1} ahead, beyond the {2} that the policy allows': '{0}约定在{1}之后，超出制度允许的{2}',
  'Judged by the promise all the same.': '仍按约定时间判定。',
  'a pause of {0} begins here and has no end': '{0}的暂停自此开始，没有结束',
  'It runs to the as-of instant, {0}. The policy can bound it with max_pause.':
    '暂停算到报告时点 {0}。制度可用 max_pause 加以限制。',
  'It counts for {0} at most, the max_pause of the policy.': '至多算{0}，即制度的 max_pause。',
  'ticket {0} has events of one instant that clock "{1}" reads as stop, pause, resume, start':
    '工单 {0} 有同一时刻的多个事件，时限「{1}」按结束、暂停、恢复、开始的次序处理',
  'A sequence column would say what really came first: records.sequence.':
    '如有序号栏，即可知实际先后：records.sequence。',
  'an unknown time': '未知时间',
  '{0} h': '{0}小时',
  '{0} min': '{0}分',
  '{0} s': '{0}秒',
  '{0} came here from {1} to {2}, {3} after the time had run out': '{0}在此由{1}改为{2}，其时时限已用尽{3}',
  '{0} came here from {1} to {2}, {3} before the time ran out': '{0}在此由{1}改为{2}，其时距时限用尽尚有{3}',
  'no target': '无时限',
  'a promise for {0}': '约定 {0}',
  'target "{0}"': '时限「{0}」',
  'target "{0}" ({1})': '时限「{0}」（{1}）',
  '{0} from {1} to {2}': '{0}由{1}改为{2}',
  'Changed here: {0}.': '此处变更：{0}。',
  'Judged by the rules all the same. Who changed it, and why?': '仍按规则判定。是谁改的，为什么改？',
  '{0} to {1}': '{0}至{1}',
  'calendar "{0}": "{1}" has no event in {2}': '日历「{0}」：「{1}」中没有{2}年的内容',
  'Every weekday of {0} counts as a working day. Add its holidays to the file, or list them beside it.':
    '{0}年的平日一律算作工作日。请在文件中补上节假日，或另行列出。',
  'calendar "{0}": the holidays of {1} in {2} are not known to this version':
    '日历「{0}」：本版本尚不知道{1}在{2}年的节假日',
  'Every weekday of {0} counts as a working day. Give its holidays and make-up days under dates, or update slaudit.':
    '{0}年的平日一律算作工作日。请在 dates 中写明节假日和调休日，或更新 slaudit。',
  '"{0}" has a time of day and closes no date': '「{0}」有具体时刻，不作休息日',
  'Only events of whole days close a date. For an afternoon off write the date’s own hours under dates.':
    '只有全天的事件才算休息日。如某日下午放假，请在 dates 中写该日的时间。',
  'one event lies after the as-of instant {0} and had not happened by then': '有1个事件晚于报告时点 {0}，其时尚未发生',
  '{0} events lie after the as-of instant {1} and had not happened by then':
    '有{0}个事件晚于报告时点 {1}，其时尚未发生',
  'A later --as-of or period takes them in.': '如需计入，请用更晚的 --as-of 或期间。',
  'the last stamp of the export is {0}, and tickets are judged as of the end of the period, {1}':
    '导出数据最晚的时间为 {0}，而工单按期末 {1} 判定',
  'What was open counts as open until then. If the export was made earlier, say --as-of {0}.':
    '其时未结束的，一直算到期末。如导出较早，请用 --as-of {0}。',
  'the event "{0}" never occurs in the export': '导出数据中从未出现事件「{0}」',
  'the field "{0}" never has the value "{1}" in the export': '导出数据中字段「{0}」从未取值「{1}」',
  'It has: none.': '其中有：无。',
  'It has: {0}.': '其中有：{0}。',

  // 人员
  '{0}, had left by then': '{0}，当时已离职',
  '{0}, had not begun by then': '{0}，当时尚未入职',
  '{0}, named in one ticket': '{0}，见于1个工单',
  '{0}, named in {1} tickets, here first': '{0}，见于{1}个工单，此为第一处',
  '{0}, is not in {1}': '{0}，{1} 中查无此人',
  '{0}, is {1} people in {2}: {3}': '{0}，在 {2} 中对应{1}人：{3}',
  '"{0}" ({1})': '「{0}」（{1}）',
  'Nobody else bears the name, so it was taken for theirs. The days are in {0}, line {1}.':
    '没有别人用这个名字，故仍认作此人。在职日期见 {0} 第{1}行。',
  'What is charged to the name stays unmatched. Add the person, or the name to somebody’s aliases.':
    '归于此名的责任无从对应。请补上此人，或将此名列为某人的别名。',
  'What is charged to the name stays unmatched. Have the id exported, or a name that tells them apart.':
    '归于此名的责任无从对应。请导出工号，或能够区分的姓名。',
  'the alias "{0}" of {1} is the id of {2} in line {3}': '{1}的别名「{0}」是第{3}行{2}的工号',
  'An id comes first: "{0}" in an export is {1}. Take the alias out.':
    '工号优先：导出数据中的「{0}」即{1}。请去掉该别名。',
  'The row has no effect. {0}': '该行不起作用。{0}',
  '"{0}" is not in {1}': '{1} 中没有「{0}」',
  'Name somebody by the roster’s id.': '请写名册中的工号。',
  '"{0}" is {1} people in {2}: {3}': '「{0}」在 {2} 中对应{1}人：{3}',
  'Name the id.': '请写工号。',
  '"{0}" is {1} in {2}, and "{3}" here': '「{0}」在 {2} 中是{1}，此处却是「{3}」',
  'Mend the id or the name.': '请修正工号或姓名。',

  // 免责与申诉
  met: '达标',
  breached: '超时',
  running: '进行中',
  paused: '暂停中',
  cancelled: '已取消',
  undecided: '无法判定',
  excused: '已免责',
  'no-target': '无时限',
  upheld: '申诉成立',
  rejected: '申诉驳回',
  'no ticket "{0}" is in the export': '导出数据中没有工单「{0}」',
  'the decision of {0} on {1} came too late: until {2}': '{0} 对{1}的决定已过期限，期限为 {2}',
  'The time ran out at {0}.': '时限于 {0} 用尽。',
  'a second decision on {0}: {1}, after {2} in line {3}': '对{0}有第二项决定：{1}；第{3}行已有决定：{2}',
  'two decisions on {0} are of one instant: {1}, and {2} in line {3}':
    '对{0}有同一时刻的两项决定：{1}，以及第{3}行的{2}',
  'Keep one of them.': '请只留一项。',
  'Neither has effect. Add the time of day, or take one out.': '两项均不生效。请补上具体时刻，或去掉一项。',
  'Clocks: {0}.': '时限有：{0}。',
  'the policy defines no clock "{0}"': '制度中没有时限「{0}」',
  'Nothing of the ticket is judged.': '该工单没有任何判定。',
  'Judged of it: {0}.': '该工单所判定的有：{0}。',
  '"{0}" was not judged on ticket "{1}"': '工单「{1}」没有对「{0}」的判定',
  '{0} of ticket "{1}" has no cycle {2}': '工单「{1}」的 {0} 没有第{2}轮',
  'Cycles: {0}.': '轮次有：{0}。',
  '{0} of ticket "{1}"': '工单「{1}」的 {0}',
  '{0} of ticket "{1}", cycle {2}': '工单「{1}」的 {0} 第{2}轮',
  '{0} is no breach: {1}': '{0}并未超时：{1}',
  'The decision has no effect.': '该决定不起作用。',

  // 分部结果的合并
  'the file holds no part that this version of slaudit has written': '该文件不是由本版本 slaudit 写出的分部结果',
  'A part is made by slaudit evaluate --partial, and merged by the same version.':
    '分部结果由 slaudit evaluate --partial 生成，并须由同一版本合并。',
  'the parts were made by another slaudit than this one, {0}': '这些分部结果由另一版本的 slaudit 生成，本程序为 {0}',
  'Merge them by the one that made them, or make them again by this one.':
    '请用生成它们的版本合并，或用本程序重新生成。',
  'the same part as {0}': '与 {0} 是同一份分部结果',
  'Name each part once.': '每份分部结果请只列一次。',
  'the version of slaudit': 'slaudit 的版本',
  'the policy or a file that it names': '制度文件或其所引用的文件',
  'the period': '期间',
  'the as-of instant': '报告时点',
  'by what it is divided': '分组方式',
  'whether every reading was judged (--sensitivity)': '是否按各种读法判定（--sensitivity）',
  'not a part of the same whole as {0}; different: {1}': '与 {0} 不属于同一整体；不同之处：{1}',
  'All parts are judged by the same files and options.': '各分部须按相同的文件和选项判定。',
  'ticket {0} is also in {1}': '工单 {0} 也在 {1} 中',
  '{0} tickets are also in other parts, {1} in {2}': '有{0}个工单也在其他分部中，其中 {1} 在 {2} 中',
  'All rows of a ticket belong in one part: divide the exports by ticket, not by date.':
    '同一工单的所有行须在同一分部内：请按工单而不是按日期拆分导出数据。',

  // 隐私
  'the policy does not say what these fields hold: {0}': '制度未说明下列字段的内容，按推断处理：{0}',
  'State it: privacy: {employees: […], customers: […], text: […], shown: […]}.':
    '请写明：privacy: {employees: [...], customers: [...], text: [...], shown: [...]}。',
  'people are {0}': '员工：{0}',
  'customers are {0}': '客户：{0}',
  'hidden as text are {0}': '按文本隐去：{0}',
  'seen are {0}': '照常显示：{0}',
  '{0} names would have shared a pseudonym with another, and theirs are longer here':
    '有{0}个名称的代号本会与他人相同，此处加长',
  'Each begins with the pseudonym that it has elsewhere.': '加长后的代号以其在别处的代号开头。',

  // 处理
  '{0} looks back to {1}, and the exports begin at {2}': '{0}的统计上溯至 {1}，而导出数据始于 {2}',
  '{0} look back to {1}, and the exports begin at {2}': '{0}的统计上溯至 {1}，而导出数据始于 {2}',
  'What happened before is not counted. Give the earlier exports too, or a personnel file with what came of them.':
    '此前发生的未计入。请一并提供更早的导出数据，或记有其结果的人事档案。',
  'the exports have nothing in {0}, which lies in the windows of the ladders':
    '导出数据在 {0} 没有任何内容，而该月在统计窗口之内',
  'Is a month’s file missing? What happened then is not counted.': '是否缺少某个月的文件？该月发生的未计入。',

  // 制度
  'the earliest version': '最早的版本',
  'an earlier version': '较早的版本',
  '{0} of {1} can have no effect: what follows is as the newest version says':
    '{1}中的 {0} 不起作用：处理以最新版本为准',
  'A count goes on from one version to the next, so that the newest one’s rules hold for all breaches.':
    '次数在版本之间连续累计，因此所有超时均适用最新版本的规则。',
  'ladder "{0}" looks at {1}, which no ladder per {2} brings': '阶梯「{0}」要看 {1}，而按 {2} 的阶梯都不产生它',
  'Let a ladder bring it, or name the file that knows of it: personnel: personnel.csv.':
    '请让某个阶梯产生它，或写明记有它的文件：personnel: personnel.csv。',
  'Consequences of one {0} are those that ladders per {1} bring.': '按 {0} 的处理，只来自按 {1} 的阶梯。',
  'a fine': '罚款',
  'a share of the bonus': '奖金比例',
  points: '扣分',
  'ladder "{0}" has a cap on what no tier brings: {1}': '阶梯「{0}」设了上限，却没有任何一级产生：{1}',
  'Take the cap out, or cap what the tiers bring.': '请去掉上限，或改限各级实际产生的内容。',
  'ladder "{0}" spares who was off duty, and nobody can tell who was':
    '阶梯「{0}」不追究当时不在岗的人，却无从得知谁不在岗',
  'Name the file of leave, leave: leave.csv, or a roster with shifts.':
    '请写明休假文件 leave: leave.csv，或带班次的名册。',
  '{0} "{1}" has "{2}", and what it gives is no sum of money': '{0}「{1}」写有「{2}」，而所给的不是金额',
  'A share is one when it is of a field with money in it: of: 金额. Or take it out.':
    '比例须以金额字段为基数才成金额：of: 金额。否则请去掉。',
  '{0} "{1}" can never match: "{2}" above takes every breach that it is for':
    '{0}「{1}」永远不会适用：其上的「{2}」已涵盖它所针对的全部超时',
  'The first that matches counts: put the narrower one first.': '以第一条符合者为准：请把范围较窄的放在前面。',
  'liability "{0}"': '供应商责任「{0}」',
  'reward "{0}"': '奖励「{0}」',
  'ladder "{0}"': '阶梯「{0}」',
  'no clock is': '没有时限',
  'none of the clocks {0} is': '时限 {0} 中没有一个',
  '{0} is per {1}, and {2} charged to one': '{0}按 {1} 统计，而{2}归责于这类对象',
  'A clock is charged to employees by charge: holder.': '时限归责于员工，须写 charge: holder。',
  'A clock is charged to a supplier by a field that names it: charge: {field: 供应商, kind: supplier}.':
    '时限归责于供应商，须用写有供应商的字段：charge: {field: 供应商, kind: supplier}。',
  'A clock is charged to a department by a field that names it, or by way of the roster: people: roster.csv.':
    '时限归责于部门，须用写有部门的字段，或通过名册：people: roster.csv。',
  'Whose team it is the roster says: people: roster.csv; or a field called team.':
    '团队由名册确定：people: roster.csv；或用名为 team 的字段。',
  'two versions of the policy are in force from {0} to {1}': '{0} 至 {1} 有两个版本同时有效',
  'The later one judges what starts then. Mend until or effective.':
    '其间开始的按较晚的版本判定。请修正 until 或 effective。',
  'no version of the policy is in force from {0} to {1}': '{0} 至 {1} 没有任何版本有效',
  'What starts then is judged by the earlier one, with a finding. Mend until or effective.':
    '其间开始的按较早的版本判定，并作提示。请修正 until 或 effective。',
  'target "{0}" of clock "{1}" can never match: "{2}" above takes every ticket it is for':
    '时限「{1}」的「{0}」永远不会适用：其上的「{2}」已涵盖它所针对的全部工单',
  'The first match wins: put the narrower target first.': '以第一条符合者为准：请把范围较窄的放在前面。',
  'target "{0}" of clock "{1}" can never match: the clock\'s own condition rules it out':
    '时限「{1}」的「{0}」永远不会适用：时限自身的条件已将其排除',
  'Mend one of the two conditions.': '请修正其中一个条件。',
  'target "{0}" of clock "{1}" is a stand-in: nobody has promised it': '时限「{1}」的「{0}」只是占位，没有人承诺过',
  'Say what is promised, and take its id away; or take the clock away.': '请写明承诺的时限并去掉其 id，或去掉该时限。',
  'target "{0}" of clock "{1}" allows {2} h, more than the {3} h that calendar "{4}" is open in a week':
    '时限「{1}」的「{0}」为{2}小时，超过日历「{4}」一周的{3}小时工作时间',
  'Opening hours count, not hours of the day. For days write 3wd.': '计的是工作时间，不是钟点。如指天数，请写 3wd。',
  'clock "{0}" keeps promised instants in the hours of calendar "{1}", which closes':
    '时限「{0}」的约定时刻按日历「{1}」的工作时间计，而该日历有非工作时间',
  'One for Saturday would be kept until Monday’s opening. Leave the calendar out: an instant is an instant.':
    '约在周六的，到周一上班仍算守约。请去掉日历：约定时刻就是时刻。',
  'a stop of clock "{0}" ends what its "when" asks for: runs that were kept would have no record':
    '时限「{0}」的结束条件使其 when 不再成立：按时完成的将没有记录',
  'Write during: {…} in place of start, stop and when.': '请改写 during: {...}，代替 start、stop 和 when。',
  'breaches of clock "{0}" are charged to the holder, and the records have no field "assignee"':
    '时限「{0}」的超时归责于持有人，而记录中没有字段 assignee',
  'Nobody would answer: every breach is unassigned. Name the column: fields: {assignee: 负责人}.':
    '将无人承担：所有超时都是未分配。请写明栏目：fields: {assignee: 负责人}。',
  'min_holding of clock "{0}" changes nothing: no breach of it is charged to the holder':
    '时限「{0}」的 min_holding 不起作用：它的超时都不归责于持有人',
  'Add the holder to its list, charge: [holder, department], or take min_holding out.':
    '请将持有人列入 charge: [holder, department]，或去掉 min_holding。',
  'a pause of clock "{0}" can never end': '时限「{0}」有一项暂停永远不会结束',
  'Name what ends it: {from: paused, until: resumed}.': '请写明由什么结束：{from: paused, until: resumed}。',
  'calendar "{0}" knows no holiday of {1}, the year from which the policy is in force':
    '日历「{0}」没有{1}年的节假日，而制度自该年起有效',
  'List them under holidays, with the year: 2027-01-01.': '请在 holidays 中连同年份列出：2027-01-01。',
  'calendar "{0}" has two entries for {1}': '日历「{0}」对 {1} 列了两次',
  'It stands twice among the holidays. Take one out.': '在节假日中出现两次。请去掉一个。',
  'It is a holiday here and has hours of its own under dates: those count. Take one out.':
    '既列为节假日，又在 dates 中写有时间：以后者为准。请去掉一个。',

  'seen where a rule names the value are {0}': '仅显示规则中写明的取值：{0}',
  'no class of privacy names {0}': 'privacy 的各类别均未列入 {0}',
  'Reports that hide people take it for what it most likely holds. Say it: shown, text, customers or employees.':
    '隐去姓名的报告会推定其内容。请写明其类别：shown、text、customers 或 employees。',
};
