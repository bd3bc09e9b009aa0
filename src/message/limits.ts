/**
 * The narrowest limit of any channel for each part of a message, in characters. The flow loader applies them to content, a test to the coach's
 * own words, in every language. Sources: Slack's Block Kit reference, Microsoft's card and bot pages, as summed up in the README's "Limits".
 */
export const LIMITS = {
  /** Ours: a message outside forms and results. */
  messageText: 300,
  /** Slack header block 150. */
  heading: 150,
  /** Slack button text 75; ours for phones: a button is read at a glance. */
  buttonLabel: 40,
  /** Slack modal title, submit, close 24. */
  formTitle: 24,
  formSubmit: 24,
  /** Slack input label 2,000, hint 2,000; ours. */
  fieldLabel: 150,
  fieldHint: 300,
  /** Slack option text 75. */
  optionLabel: 75,
  /** Slack option value 75. */
  optionValue: 75,
  /** A described choice is a row: its description and sign. */
  description: 140,
  sign: 140,
  /** Slack text input 3,000. */
  answerText: 3000,
  /** Opaque action strings: Slack button value 2,000. */
  action: 1500,
  /** Teams: actions on a card. */
  actionsPerCard: 6,
  /** Slack: blocks per message. */
  blocks: 50,
  /** Slack alt text 2,000; ours. */
  alt: 1000,
  /** Slack: all blocks of a message together. */
  wholeMessage: 12_000,
} as const;
