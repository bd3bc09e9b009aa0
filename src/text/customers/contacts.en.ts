/** Contacts with customers: what was logged, whom one owes a contact. */
export const contactsEn = {
  how: "Write a contact on one line, for example: called Virtanen, orders in the autumn, I'll call on 3 September",
} as const;
