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
      return { spot, title: answer.title, card: answer.card, mistakes: {}, eventId: null };
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
