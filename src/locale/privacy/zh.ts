import type { privacyInEnglish } from './en.ts';

/** 代替人员、客户和文字内容的用语。 */
export const privacyInChinese: typeof privacyInEnglish = {
  employee: (number) => `员工 ${number}`,
  customer: (number) => `客户 ${number}`,
  ticket: (number) => `工单 ${number}`,
  value: (number) => `［已隐去 ${number}］`,
  hidden: '［已隐去］',
};
