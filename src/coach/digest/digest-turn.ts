import type { Outcome } from "../../channels/channel.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import { people } from "../../people/records.ts";
import { converse } from "../converse.ts";
import { openActionForm } from "../plan/action-form-turn.ts";
import type { Tap, Turn } from "../turn.ts";
import { ask } from "./ask-about.ts";
import type { DigestButton } from "./digest-actions.ts";
import { leaveRound } from "./leave-it.ts";
import { openAnew, openFormAnew } from "./open-anew.ts";
import { redrawDigest } from "./reader-of.ts";

/** A button of the digest. Roles are read afresh. */
export async function actOnDigest(turn: Tap, button: DigestButton): Promise<Outcome> {
  switch (button.kind) {
    case "digest":
      return button.in === "digest" ? redrawDigest(turn, button.page ?? 0) : tellDigest(turn);
    case "digest-ask":
      return ask(turn, button);
    case "digest-leave":
      return button.about.kind === "action"
        ? openActionForm(turn, { kind: "plan-form", form: "drop", action: button.about.id, in: button.in })
        : leaveRound(turn, button);
    case "digest-anew":
      return openFormAnew(turn, button.round);
    case "digest-open-anew":
      return openAnew(turn, button.round);
    case "digest-always":
      return setAlways(turn, button.always);
    default:
      return button satisfies never;
  }
}

/** "kooste": the whole of it, in the private chat. */
export function tellDigest(turn: Turn): Promise<Outcome> {
  return converse(turn, [{ kind: "digest" }], { place: { kind: "private", person: turn.person._id } });
}

async function setAlways(turn: Tap, always: boolean): Promise<Outcome> {
  const { ports, person, event } = turn;
  await ports.store.change(people, person._id, always ? { set: { digestAlways: true } } : { unset: ["digestAlways"] });
  ports.directories.forget(person.company);
  await refreshHomes(ports, [person._id], event);
  await redrawDigest(turn, 0);
  return { kind: "taken", notice: turn.say(always ? "digest.alwaysNow" : "digest.seldomNow") };
}
