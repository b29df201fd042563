/** What people write into tickets, as it should be found in a file after quoting: commas, quotes, breaks, Chinese. */
export const PLAIN_NOTES = [
  'merged from duplicate',
  'see KB-2231',
  'escalated to tier 2',
  'waiting for vendor',
  'callback booked',
];

export const AWKWARD_NOTES = [
  '客户反馈无法登录，已重置密码',
  'Customer said: "still broken", will retry',
  '需要补充截图,已发送邮件',
  'line one\nline two\nthanks',
  '转交二线处理，等待备件\n预计周五到货',
  'paid twice, refund requested',
  '服务器重启后恢复，观察中',
];

export const SUBJECTS = [
  'Cannot log in',
  '无法登录系统',
  'Invoice wrong, please check',
  'VPN drops every hour',
  '打印机卡纸',
  'Password reset',
  '申请开通权限，谢谢',
  'App crashes on start',
  'Refund for order',
  '邮箱收不到邮件',
];

export const WORDS =
  'the server printer access please team account billing since update after office error screen login network 系统 账号 异常 请 协助 处理 谢谢 昨天 部门'.split(
    ' ',
  );
