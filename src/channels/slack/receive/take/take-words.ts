import type { Outcome } from "../../../channel.ts";
import type { Place } from "../../../place.ts";
import { messageId } from "../../message-id.ts";
import { withoutMention } from "../read/plain-text.ts";
import type { ToldOf } from "../read/told.ts";
import { plainOf } from "./plain-of.ts";
import { sentFile } from "./sent-file.ts";
import { chatLink, notice } from "./show-outcome.ts";
import { type Answer, baseOf, type Doer, doerOf, type Taking } from "./taking.ts";
import { placeOf } from "./where.ts";

/** "@Luotsi" or "/luotsi" alone opens the menu of what one can do. */
export const MENU = "apua";

const TABLE = /\.(?:csv|tsv|xlsx|xls)$/iu;

/** Someone wrote, changed what they wrote, or removed it. */
export async function takeWords(
  parts: Taking,
  told: ToldOf<"said" | "edited" | "deleted" | "sent-file">,
): Promise<Answer> {
  const doer = await doerOf(parts, told);
  if (!doer) return undefined;
  const addressed = (told.kind === "said" || told.kind === "sent-file") && told.addressed;
  const place = await placeOf(parts, doer, told, { arrive: addressed });
  if (!place) return undefined;
  const base = { ...baseOf(doer, told), place };
  switch (told.kind) {
    case "said":
      return takeSaid(parts, doer, told, base);
    case "edited": {
      const text = await plainOf(parts, doer, withoutMention(told.text, told.bot));
      if (text !== "") await parts.receiver.receive({ ...base, kind: "edited", text, message: messageId(told) });
      return undefined;
    }
    case "deleted":
      await parts.receiver.receive({ ...base, kind: "deleted", message: messageId(told) });
      return undefined;
    case "sent-file":
      // In a channel people show each other files; only what was meant for the coach is refused.
      if (addressed || place.kind !== "channel")
        await parts.receiver.receive({ ...base, kind: "sent-file", ...sentFile(parts, doer, told.files) });
      return undefined;
    default:
      return told satisfies never;
  }
}

async function takeSaid(
  parts: Taking,
  doer: Doer,
  told: ToldOf<"said">,
  base: ReturnType<typeof baseOf> & { readonly place: Place },
): Promise<Answer> {
  const { addressed, files } = told;
  const read = await plainOf(parts, doer, withoutMention(told.text, told.bot));
  const text = read === "" && addressed ? MENU : read;
  if (text === "") return undefined;
  const said = { ...base, kind: "said", text, addressed, message: messageId(told) } as const;
  showNotice(parts, doer, told, await parts.receiver.receive(said));
  // Words beside a table may be somebody's answer: both are taken.
  if (base.place.kind === "private" && files?.some(({ name }) => TABLE.test(name)))
    await parts.receiver.receive({
      ...base,
      eventId: `${base.eventId}:file`,
      kind: "sent-file",
      ...sentFile(parts, doer, files),
    });
  return undefined;
}

/** Where the answer is, when it is elsewhere. */
function showNotice(parts: Taking, doer: Doer, told: ToldOf<"said">, outcome: Outcome): void {
  if (outcome.kind !== "taken" || outcome.notice === undefined) return;
  const { notice: sentence, inPrivate } = outcome;
  const spot = { kind: "message", channel: told.channel, ...(told.thread ? { thread: told.thread } : {}) } as const;
  const link = inPrivate ? chatLink(doer, told.app) : undefined;
  parts.after(() => notice(parts, doer, { spot, trigger: "" }, sentence, link));
}
