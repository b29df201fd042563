/** What stands in place of people, customers and free text. */
export const privacyInEnglish = {
  employee: (number: number): string => `employee ${number}`,
  customer: (number: number): string => `customer ${number}`,
  ticket: (number: number): string => `ticket ${number}`,
  value: (number: number): string => `[hidden ${number}]`,
  hidden: '[hidden]',

  /** How people are hidden in a report. */
  told: {
    redacted: (): string => 'Nobody is named: people and customers are numbered, free text is left out.',
    pseudonymised: (key: string): string =>
      `Nobody is named: people and customers have codes under the key with the fingerprint ${key}, free text is left out.`,
  },

  /** What the policy says of its fields. */
  rules: {
    title: 'In reports that hide people:',
    employees: (fields: string): string => `${fields} name people of the house, and are numbered or coded.`,
    customers: (fields: string): string => `${fields} tell who the customer is, and are numbered or coded.`,
    text: (fields: string): string => `${fields} may hold anything, and are left out.`,
    shown: (fields: string): string => `${fields} are seen as they are.`,
    ids: 'the ids of tickets',
    none: 'nothing is said of any field.',
  },
};
