import { escapeText } from "../draw/blocks/text-objects.ts";
import type { SlackApi } from "./slack-api.ts";

/** A notice for one person's eyes alone. */
export interface Notice {
  readonly installation: string;
  readonly channel: string;
  readonly user: string;
  /** Literal. */
  readonly text: string;
  /** In Slack's markup: what leads on. */
  readonly link?: string;
  /** The message in whose thread it is shown. */
  readonly root?: string;
}

/** Shows a notice to one person where they are. It is gone when they reload Slack. Throws PostFailed. */
export async function postEphemeral(
  api: Pick<SlackApi, "call">,
  { installation, channel, user, text, link, root }: Notice,
): Promise<void> {
  const thread = root === undefined ? {} : { thread_ts: root };
  const said = [escapeText(text), ...(link === undefined ? [] : [link])].join(" ");
  await api.call(installation, "chat.postEphemeral", { channel, user, text: said, ...thread });
}
