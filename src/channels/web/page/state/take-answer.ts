import type { WebMessage } from "../../api.ts";
import type { Spot } from "./api.ts";
import type { Chat, OpenForm } from "./chat.ts";
import type { Answer } from "./deed.ts";
import type { Sending } from "./outbox.ts";

/** What the page makes of an answer. Null: nothing changes. `earlier`: the deed was done before a reload, so nobody waits for its dialog. */
export function formAfter(
  chat: Chat,
  spot: Spot | null,
  { sending, answer, earlier }: { readonly sending: Sending; readonly answer: Answer; readonly earlier: boolean },
): OpenForm | null {
  const open = chat.form;
  const waits = open !== null && open.eventId === sending.eventId;
  switch (answer.kind) {
    case "taken":
      return waits ? null : open;
    case "form":
      if (earlier || spot === null) return open;
      return {
        spot: spotOfTap(chat, sending) ?? spot,
        title: answer.title,
        card: answer.card,
        mistakes: {},
        eventId: null,
      };
    case "mistakes":
      if (waits) return { ...open, mistakes: answer.mistakes, eventId: null };
      if (answer.card === null || open !== null || sending.deed.verb !== "submit") return open;
      // The dialog was closed or lost in a reload: it comes back with what was typed and the mistakes drawn in its card.
      return {
        spot: { room: sending.deed.room, thread: sending.deed.thread },
        title: "",
        card: answer.card,
        mistakes: {},
        eventId: null,
      };
    case "refused":
      return waits ? { ...open, eventId: null } : open;
    default:
      return answer satisfies never;
  }
}

/**
 * A message whose own form was sent with mistakes, as the server drew it: they stand at its fields, with what was typed. Null: the answer is
 * about no message on the screen.
 */
export function mistakenMessage(chat: Chat, sending: Sending, answer: Answer): WebMessage | null {
  if (answer.kind !== "mistakes" || answer.card === null) return null;
  const tapped = tappedIn(chat, sending);
  return tapped === undefined ? null : { ...tapped, card: answer.card };
}

/** A dialog belongs to where the tapped message stands: with a thread open beside its room, that may be either. */
function spotOfTap(chat: Chat, sending: Sending): Spot | undefined {
  const tapped = tappedIn(chat, sending);
  return tapped && { room: tapped.room, thread: tapped.thread };
}

function tappedIn(chat: Chat, { deed }: Sending): WebMessage | undefined {
  if (deed.verb !== "tap") return undefined;
  return Object.values(chat.pages)
    .flatMap((page) => page.messages)
    .find(({ id }) => id === deed.message);
}
