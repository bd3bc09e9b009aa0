import { messageId } from "../../message-id.ts";
import { openWaiting } from "../dialog/views.ts";
import type { ToldOf } from "../read/told.ts";
import { plainOf } from "./plain-of.ts";
import { receiveOrTell, showOutcome, type Tapped } from "./show-outcome.ts";
import { type Answer, baseOf, doerOf, type Taking } from "./taking.ts";
import { placeOf } from "./where.ts";

/** Someone chose to make an action of a message, perhaps of one where Luotsi is not: then it concerns their private chat. */
export async function takeNote(parts: Taking, told: ToldOf<"noted">): Promise<Answer> {
  const doer = await doerOf(parts, told);
  if (!doer) return undefined;
  const opened = openWaiting(parts, doer, "views.open", told.trigger);
  const place = (await placeOf(parts, doer, told, { arrive: true })) ?? { kind: "private", person: doer.person._id };
  const message = messageId(told);
  const text = await plainOf(parts, doer, told.text);
  const spot = { kind: "message", channel: told.channel } as const;
  const tapped: Tapped = { place, message, spot, trigger: told.trigger, app: undefined, opened, below: [] };
  const noted = { ...baseOf(doer, told), place, kind: "noted", text, message } as const;
  const outcome = await receiveOrTell(parts, doer, tapped, () => parts.receiver.receive(noted));
  parts.after(() => showOutcome(parts, doer, tapped, outcome));
  return undefined;
}
