import type { privacyInEnglish } from './en.ts';

/** 代替人员、客户和文字内容的用语。 */
export const privacyInChinese: typeof privacyInEnglish = {
  employee: (number) => `员工 ${number}`,
  customer: (number) => `客户 ${number}`,
  ticket: (number) => `工单 ${number}`,
  value: (number) => `［已隐去 ${number}］`,
  hidden: '［已隐去］',

  told: {
    redacted: () => '本报告不出现姓名：人员和客户以编号代替，文字内容已隐去。',
    pseudonymised: (key) => `本报告不出现姓名：人员和客户以代号代替（密钥指纹 ${key}），文字内容已隐去。`,
  },

  rules: {
    title: '隐去姓名的报告中：',
    employees: (fields) => `${fields}为本单位人员，以编号或代号代替。`,
    customers: (fields) => `${fields}可识别客户身份，以编号或代号代替。`,
    text: (fields) => `${fields}可能含任意文字，一律隐去。`,
    shown: (fields) => `${fields}照原样显示。`,
    ids: '工单号',
    none: '未对任何字段作规定。',
  },
};
