import { PostFailed } from "../../channel.ts";
import type { FetchedFile } from "../../incoming.ts";

/** What Slack answered to a call that it took: its fields, unread. */
export type SlackAnswer = Readonly<Record<string, unknown>>;

/**
 * How a call waits for its turn: "reply" goes before "storm" (reminders to many people), and storms take at most half of what Slack allows;
 * "at-once" never waits (a trigger lives for three seconds): it goes now or is refused.
 */
export type Pace = "reply" | "storm" | "at-once";

export interface CallOptions {
  /** "reply" unless told. */
  readonly pace?: Pace;
  /** How long an answer is waited for; 10 s unless told. */
  readonly timeoutMs?: number;
  /** Asked when the call has its turn: when it may not go any more (another process has taken over), it fails, not sent. */
  readonly mayGo?: () => boolean;
}

/** Slack's Web API, with each installation's token, paced. */
export interface SlackApi {
  /**
   * Calls a method with the installation's token. Throws SlackRefused when Slack says no, PostFailed when it could not be asked or its answer was
   * lost (`unclear`). What may be called twice is tried again a few times; what may not (a posting) only when it certainly was not taken.
   */
  call(
    installation: string,
    method: string,
    args: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<SlackAnswer>;
  /** For a storm's call that is not made ready yet: in how many seconds it is to come again, where it would wait too long for its turn; 0: it may come. */
  stormWait(installation: string, method: string): number;
  /** Answers through a tap's or command's own `response_url`. Tried once; throws PostFailed. */
  respond(url: string, body: object): Promise<void>;
  /** Fetches a file with the installation's token, which no host but Slack's own gets. */
  fetchFile(installation: string, url: string, most: number): Promise<FetchedFile>;
}

/** Slack understood the call and refused it; `code` is its own word for why ("channel_not_found"). The message says what to mend. */
export class SlackRefused extends PostFailed {
  readonly code: string;
  constructor(
    code: string,
    message: string,
    options: { readonly retryAfterSeconds?: number; readonly unclear?: boolean; readonly hopeless?: boolean } = {},
  ) {
    super(message, options);
    this.code = code;
  }
}
