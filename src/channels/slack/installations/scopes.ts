/** All that Luotsi asks of a workspace, each for one reason: what installing asks for and what manifests/slack.yaml says (a test compares them). */
export const SCOPES = [
  /** "@Luotsi" in channels. */
  "app_mentions:read",
  /** Answers in a round's thread; and whether a sending of unknown fate arrived. */
  "channels:history",
  /** The channel's name and who is in it. */
  "channels:read",
  "chat:write",
  /** /luotsi. */
  "commands",
  /** Whether an uploaded picture can be shown yet. */
  "files:read",
  "files:write",
  /** The same as channels:… for private channels. */
  "groups:history",
  "groups:read",
  /** What people write in the private chat. */
  "im:history",
  /** Opening the private chat with someone who asked for it. */
  "im:write",
  /** Name, language and time zone. */
  "users:read",
] as const;
