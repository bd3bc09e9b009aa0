/**
 * What Slack takes at most, in characters unless told otherwise. Sources: Slack's Block Kit reference (docs.slack.dev/reference/block-kit: blocks,
 * block elements, composition objects), its page on views, and the method pages of chat.postMessage and chat.update; summed up in DESIGN.md, "Platform rules".
 */
export const SLACK_LIMITS = {
  blocksInMessage: 50,
  /** A modal or a Home. */
  blocksInView: 100,
  /** chat.update refuses a longer `text` (msg_too_long). */
  messageText: 4000,
  header: 150,
  sectionText: 3000,
  contextText: 2000,
  altText: 2000,
  /** Elements of an actions block. */
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  overflowOptions: 5,
  /** Options of a select, and of each of its groups; groups of a select. */
  selectOptions: 100,
  optionGroups: 100,
  optionText: 75,
  optionValue: 75,
  /** Options of radio buttons and of checkboxes. */
  openOptions: 10,
  placeholder: 150,
  /** An input block's label and its hint. */
  label: 2000,
  inputText: 3000,
  id: 255,
  /** A modal's title, submit and close. */
  viewTitle: 24,
  privateMetadata: 3000,
  /**
   * All blocks of a message together (msg_blocks_too_long). Slack counts 12,000 characters of text and keeps a buffer for what holds them; by what its
   * users measured, a block without text costs some 125 (slackapi/bolt-js #2509, #2867). So each is counted: WEIGHTS.
   */
  messageWeight: 12_000,
} as const;

/** What a block, and each part within it, weighs besides its text. */
export const WEIGHTS = { block: 125, part: 10 } as const;
