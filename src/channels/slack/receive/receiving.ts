import type { Directories } from "../../../people/directory.ts";
import type { Store } from "../../../store/store.ts";
import type { Language } from "../../../text/text.ts";
import type { Receiver } from "../../channel.ts";
import type { SlackInstallations } from "../installations/slack-installations.ts";
import type { ResponseUrls } from "../send/response-urls.ts";
import type { SlackApi } from "../send/slack-api.ts";

/** The part of a pino logger that is used. */
export interface SlackLog {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** What the receiving half of Slack works with. */
export interface Receiving {
  readonly store: Store;
  readonly directories: Directories;
  /** The coach. */
  readonly receiver: Receiver;
  readonly installations: SlackInstallations;
  readonly api: SlackApi;
  readonly responseUrls: ResponseUrls;
  readonly now: () => number;
  /** What Luotsi speaks where it does not know to whom. */
  readonly locale: { readonly language: Language };
  /** Whether SLACK_BOT_TOKEN's own workspace is known by now. */
  readonly settled: () => boolean;
  readonly log: SlackLog;
  /** What goes on after the acknowledgement, and is waited for when Luotsi stops. */
  readonly after: (work: () => Promise<void>) => void;
}
