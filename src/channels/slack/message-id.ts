/** Where a message stands on Slack: its channel and timestamp name it. */
export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
}

/** The id under which the coach knows a message of Slack: "C024BE91L/1733050800.000100". */
export function messageId({ channel, ts }: SlackMessage): string {
  return `${channel}/${ts}`;
}

/** Undefined for what is no message of Slack's (another platform's id, a Home). */
export function readMessageId(id: string): SlackMessage | undefined {
  const [, channel, ts] = /^([A-Z0-9]+)\/(\d+\.\d+)$/.exec(id) ?? [];
  return channel === undefined || ts === undefined ? undefined : { channel, ts };
}
