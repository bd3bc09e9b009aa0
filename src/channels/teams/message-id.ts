/** Where a message stands in Teams: its conversation and activity name it. */
export interface TeamsMessage {
  readonly conversation: string;
  readonly activity: string;
}

/** The id under which the coach knows a message of Teams. A conversation's id may hold slashes, an activity's never does. */
export function messageId({ conversation, activity }: TeamsMessage): string {
  return `${conversation}/${activity}`;
}

/** Undefined for what is no message of Teams'. */
export function readMessageId(id: string): TeamsMessage | undefined {
  const [, conversation, activity] = /^(.+)\/([^/]+)$/s.exec(id) ?? [];
  return conversation === undefined || activity === undefined ? undefined : { conversation, activity };
}
