/** What stands in place of people, customers and free text. */
export const privacyInEnglish = {
  employee: (number: number): string => `employee ${number}`,
  customer: (number: number): string => `customer ${number}`,
  ticket: (number: number): string => `ticket ${number}`,
  value: (number: number): string => `[hidden ${number}]`,
  hidden: '[hidden]',
};
