import { keys, oneOrMany, text } from './parts.ts';

export const privacy = keys({
  employees: oneOrMany(text)
    .optional()
    .describe('Fields that name people of the house. Absent: `assignee`, and fields that are charged as an employee.'),
  customers: oneOrMany(text)
    .optional()
    .describe('Fields that tell who the customer is: name, number, telephone. Absent: the field of `customer`.'),
  text: oneOrMany(text)
    .optional()
    .describe(
      'Fields that may hold whatever somebody typed. Absent: all others, but for instants, for what the rules of the policy go by, and for what everybody divides by, such as channel, type or region.',
    ),
  shown: oneOrMany(text).optional().describe('Fields that are seen as they are.'),
});
