import type { workbookInEnglish } from './en.ts';

/** 工作簿的用语（中文）。 */
export const workbookInChinese: typeof workbookInEnglish = {
  cover: '首页',
  runs: '计时明细',

  promises: '各项时限达成情况',
  objectives: '综合目标',
  parties: '超时次数（按责任方）',
  money: '金额与扣分',
  sheets: '工作表目录',
  rows: '行数',
  id: '编号',
  status: '是否达标',
  reached: '达到目标',
  missed: '未达目标',
  nothing: '无可考核',
  total: '合计',
  page: (page, of) => `第 ${page} 页，共 ${of} 页`,

  formulas: (sheets) => `本表中的次数、比率与合计均为公式，取自工作表${sheets}；在明细中修改后，本表自动重新计算。`,
  runsLeftOut: (runs) =>
    `明细过多，有${runs}次计时未列出；本表数字为固定值，不是公式。查看全部：slaudit evaluate -f csv`,
  rowsLeftOut: (sheet, rows, command) => `工作表“${sheet}”行数过多，有${rows}行未列出；查看全部：${command}`,
  cut: (cells) => `有${cells}个单元格的文字超过单元格上限，已截断并以“…”结尾。`,

  values: {
    groupKind: { value: '取值' },
    bearer: { employee: '员工', team: '班组', department: '部门', supplier: '供应商', customer: '客户' },
    decision: { excused: '予以免责', upheld: '申诉成立', rejected: '申诉驳回' },
    offDuty: { leave: '休假', shift: '不在班', left: '已离职' },
    grade: { error: '错误', warning: '警告', note: '提示' },
    dueState: { overdue: '已超时', due: '未到期', paused: '暂停中' },
    checkKind: { clock: '时限', objective: '综合目标', threshold: '阈值' },
    unit: { percent: '百分比', seconds: '秒', count: '数值' },
    figureRow: { all: '全部', group: '分组', score: '评分', ticket: '工单' },
  },
};
