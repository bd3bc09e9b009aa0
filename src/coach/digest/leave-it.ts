import type { Outcome } from "../../channels/channel.ts";
import type { Directory } from "../../people/directory.ts";
import { actions, type PlanAction } from "../../plan/action.ts";
import { drop } from "../../plan/decide.ts";
import { words } from "../../text/text.ts";
import { converse, plan } from "../converse.ts";
import { personName } from "../draw/naming.ts";
import { shorten } from "../draw/shorten.ts";
import { changeByHand } from "../plan/change-by-hand.ts";
import { hereIn } from "../plan/plan-view.ts";
import type { Turn } from "../turn.ts";
import type { DigestButtonOf } from "./digest-actions.ts";
import { leftKey } from "./read-digest.ts";
import { gone, readerOf, readRound, redrawWhere, type Tap } from "./reader-of.ts";

const QUOTED = 100;

/** An action is dropped; whose it was hear who decided so, with the way to open it again. */
export async function leaveAction(turn: Tap, button: DigestButtonOf<"digest-leave">): Promise<Outcome> {
  const before = await turn.ports.store.get(actions, button.about.id);
  if (!before || before.company !== turn.incoming.company) return gone(turn);
  const directory = await readerOf(turn, before.team);
  if (!directory) return { kind: "taken", notice: turn.say("digest.notReader") };
  const team = directory.teams.get(before.team);
  const why = words(team?.language ?? turn.person.language)("digest.leftWhy");
  const message = turn.incoming.kind === "tapped" ? turn.incoming.message : undefined;
  const what = shorten(before.what, QUOTED);
  const notice = turn.say("digest.left", { what });
  const at = { in: button.in, message };
  const outcome = await changeByHand(turn, before._id, at, (action) => drop(action, why), notice);
  if (outcome.kind === "taken" && outcome.notice === notice) await tellOwners(turn, before, directory);
  return outcome;
}

async function tellOwners(turn: Turn, action: PlanAction, directory: Directory): Promise<void> {
  const here = hereIn(directory, action.team);
  const owners = Object.entries(action.owners).flatMap(([id, { state }]) =>
    state === "accepted" && here(id) && id !== turn.person._id ? (directory.people.get(id) ?? []) : [],
  );
  for (const { _id, language } of owners) {
    const text = words(language)("digest.leftByManager", {
      name: personName(directory, turn.person._id, language),
      what: shorten(action.what, QUOTED),
    });
    const event = { ...turn.event, id: `${turn.event.id}:left` };
    await converse(
      { ...turn, event },
      [
        { kind: "sentence", text },
        { kind: "plan-card", action: action._id },
      ],
      {
        place: { kind: "private", person: _id },
      },
    );
  }
}

/** Only this reader's digest mentions it no more: a round is the team's. */
export async function leaveRound(turn: Tap, button: DigestButtonOf<"digest-leave">): Promise<Outcome> {
  const found = await readRound(turn, button.about.id);
  if (!found) return gone(turn);
  const place = { kind: "private", person: turn.person._id } as const;
  await plan(turn, place, [], { told: [leftKey(found.round._id)] });
  await redrawWhere(turn, button.in, found.round._id);
  return { kind: "taken", notice: turn.say("digest.roundLeft") };
}
