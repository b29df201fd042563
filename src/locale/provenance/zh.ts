import type { provenanceInEnglish } from './en.ts';

const COUNT = new Intl.NumberFormat('zh-CN');

/** 报告如何说明自身的来源。 */
export const provenanceInChinese: typeof provenanceInEnglish = {
  title: '来源与依据',
  roles: {
    export: '工单数据',
    policy: '制度',
    roster: '员工名册',
    excuses: '免责与申诉决定',
    personnel: '人事档案',
    leave: '休假记录',
    calendar: '节假日文件',
  },
  standardInput: '标准输入',
  columns: { role: '用途', file: '文件', bytes: '字节数', hash: 'SHA-256 校验值' },
  shortHash: 'SHA-256 前16位',
  holidays: '软件自带的节假日数据',
  holidayColumns: { country: '国家或地区', version: '出处', hash: 'SHA-256 校验值' },
  tool: (version, timeZoneData) => `slaudit ${version}，时区数据 ${timeZoneData}`,
  holidayData: (countries) => `节假日：${countries}`,
  made: '生成方式',
  toolVersion: (version) => `软件：slaudit ${version}`,
  timeZoneData: (version) => `时区数据：${version}`,
  command: '命令',
  again: '以同一版本的软件对相同文件执行同一命令，得到的报告逐字节相同。slaudit verify 可自动重算并比对。',
  more: (count) => `另有 ${COUNT.format(count)} 个文件，见“来源与依据”`,
};
