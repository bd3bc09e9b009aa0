import { StoreUnavailable } from "../../../../store/store-errors.ts";
import { PostFailed } from "../../../channel.ts";
import { SlackRefused } from "../../send/slack-api.ts";
import type { SlackLog } from "../receiving.ts";
import { NotNow } from "./gate.ts";

/** What to do about a payload that was not taken. */
export type Failure =
  /** Slack is to send it again: the store or Slack's own Web API is away, or Luotsi is busy or stopping. */
  | { readonly kind: "again"; readonly afterSeconds: number }
  /** Sending it again would not help, but nothing was done: it is not acknowledged. */
  | { readonly kind: "failed" };

/** Says once, at the door, why a payload was not taken. */
export function report(log: SlackLog, error: unknown): Failure {
  if (error instanceof NotNow) {
    if (!error.said) log.warn({ why: error.message }, "an event of Slack's was not taken; Slack sends it again");
    return { kind: "again", afterSeconds: 1 };
  }
  if (error instanceof StoreUnavailable || (error instanceof PostFailed && !(error instanceof SlackRefused))) {
    log.warn({ err: error }, "an event of Slack's could not be taken yet; Slack sends it again");
    return { kind: "again", afterSeconds: Math.ceil(error.retryAfterSeconds ?? 1) };
  }
  log.error({ err: error }, "an event of Slack's failed");
  return { kind: "failed" };
}
