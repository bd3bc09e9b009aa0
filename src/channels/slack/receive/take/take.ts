import { takeSubmit } from "../dialog/take-submit.ts";
import { createChannelPeople } from "../people/channel-people.ts";
import { createWho } from "../people/who.ts";
import { createWorkspaces } from "../people/workspaces.ts";
import { readPayload } from "../read/read-payload.ts";
import type { Told } from "../read/told.ts";
import type { Receiving } from "../receiving.ts";
import { createDoubleTaps } from "./double-taps.ts";
import { takeProfile, takeRemoved, takeRenamed } from "./take-changes.ts";
import { takeCame, takeLeft, takeOpened } from "./take-coming.ts";
import { takeCommand } from "./take-command.ts";
import { takeNote } from "./take-note.ts";
import { takeTap, takeTapInView } from "./take-tap.ts";
import { takeWords } from "./take-words.ts";
import type { Answer, Taking } from "./taking.ts";

/** What Slack tells, one payload at a time. */
export interface Take {
  /** Whether a payload is any of Luotsi's business. */
  concerns(body: object): boolean;
  /** Resolves after the coach's durable write, with the body that Slack is answered with; throws StoreUnavailable when nothing could be written. */
  take(body: object): Promise<Answer>;
}

export function createTake(receiving: Receiving): Take {
  const who = createWho(receiving);
  const parts: Taking = {
    ...receiving,
    who,
    workspaces: createWorkspaces(receiving.store, receiving.now, receiving.settled),
    channels: createChannelPeople(receiving, who),
    doubleTaps: createDoubleTaps(),
  };
  const read = new WeakMap<object, Told>();
  return {
    concerns: (body) => {
      const told = readPayload(body, receiving.now());
      if (told) read.set(body, told);
      return told !== undefined;
    },
    take: async (body) => {
      const told = read.get(body) ?? readPayload(body, receiving.now());
      return told && react(parts, told);
    },
  };
}

function react(parts: Taking, told: Told): Promise<Answer> {
  switch (told.kind) {
    case "said":
    case "edited":
    case "deleted":
    case "sent-file":
      return takeWords(parts, told);
    case "commanded":
      return takeCommand(parts, told);
    case "tapped":
      return parts.doubleTaps.once(told, () => takeTap(parts, told));
    case "tapped-in-view":
      return parts.doubleTaps.once(told, () => takeTapInView(parts, told));
    case "submitted":
      return takeSubmit(parts, told);
    case "noted":
      return takeNote(parts, told);
    case "opened":
      return takeOpened(parts, told);
    case "came":
      return takeCame(parts, told);
    case "left":
      return takeLeft(parts, told);
    case "renamed":
      return takeRenamed(parts, told);
    case "profile":
      return takeProfile(parts, told);
    case "removed":
      return takeRemoved(parts, told);
    default:
      return told satisfies never;
  }
}
