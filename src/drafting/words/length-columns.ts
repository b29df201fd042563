import type { RoleWords } from './role-words.ts';

/** Columns of lengths. */
export const LENGTH_WORDS: readonly RoleWords[] = [
  {
    role: 'paused',
    words: [
      'Total hold time',
      'On hold time',
      'Paused',
      'Waiting time',
      'Pending time',
      '挂起时长',
      '等待时长',
      '暂停时长',
      '等待客户时长',
      '挂起时间',
    ],
    parts: ['hold', 'paused', 'waiting', '挂起', '等待', '暂停'],
  },
  {
    role: 'response_time',
    words: [
      ...[
        'First response in min',
        'First response time (in hrs)',
        'First response time',
        'Response time',
        'Response duration',
        'Time to first response',
      ],
      ...['响应时长', '首次响应时长', '响应分钟', '响应用时', '首响时长', '响应耗时', '首次响应时间'],
    ],
    parts: ['response', 'first reply', '响应', '首响', '回复'],
  },
  {
    role: 'resolution_time',
    words: [
      ...[
        'Resolution time',
        'Resolution time (in hrs)',
        'Solution in min',
        'Resolution duration',
        'Time to resolution',
        'cycle_time_days',
        'Handle time',
      ],
      ...['处理时长', '解决时长', '用时', '耗时', '解决用时', '总时长', '处理用时', '解决耗时', '时长', '历时'],
    ],
    parts: ['resolution', 'solution', 'cycle time', 'lead time', '处理', '解决', '历时', '耗时', '用时'],
  },
];
