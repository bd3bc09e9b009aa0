import { messageId } from "../../message-id.ts";
import { withoutMention } from "../read/plain-text.ts";
import type { ToldOf } from "../read/told.ts";
import { plainOf } from "./plain-of.ts";
import { sentFile } from "./sent-file.ts";
import { type Answer, baseOf, doerOf, type Taking } from "./taking.ts";
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
    case "said": {
      const read = await plainOf(parts, doer, withoutMention(told.text, told.bot));
      const text = read === "" && addressed ? MENU : read;
      if (text === "") return undefined;
      await parts.receiver.receive({ ...base, kind: "said", text, addressed, message: messageId(told) });
      // Words beside a table may be somebody's answer: both are taken.
      if (place.kind === "private" && told.files?.some(({ name }) => TABLE.test(name)))
        await parts.receiver.receive({
          ...base,
          eventId: `${base.eventId}:file`,
          kind: "sent-file",
          ...sentFile(parts, doer, told.files),
        });
      return undefined;
    }
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
