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
  verify: {
    holds: { yes: '仍然成立', no: '不成立', unknown: '无法核验' },
    reasons: {
      'no-report': '没有这个文件，或无法读取',
      'no-provenance': '报告未注明来源，旁边也没有清单文件（manifest）',
      'standard-input': '有数据来自标准输入，未予保存',
      'other-key': '报告中的人员以另一把密钥隐去，与现有密钥不同；须用原密钥才能核对',
      'key-missing': '报告中的人员以密钥隐去，而该密钥文件不在',
      'input-changed': '有输入文件与当时不同',
      'input-missing': '有输入文件已不在原处；可用 --root 指明现在的位置',
      'input-added': '同一命令现在还会读到当时没有的文件',
      altered: '以相同的输入重算，结果不同：报告已被改动，或由同一版本的另一构建生成',
      'altered-since-manifest': '报告与清单文件所记的不是同一份',
      'other-version': '由另一版本生成，重算结果不同；须用当时的版本核验',
      'other-version-same-figures': '由另一版本生成，数字相同',
      'other-version-other-figures': '由另一版本生成，数字不同',
      'not-made-again': '无法重算',
    },
    states: { same: '相同', changed: '已变更', missing: '缺失', added: '新增', 'not-kept': '未保存' },
    versions: { tool: '软件', 'time-zone-data': '时区数据', holidays: '节假日' },
    columns: { state: '状态', was: '当时', now: '现在', what: '项目' },
    inputs: '输入文件',
    versionsTitle: '版本',
  },
};
