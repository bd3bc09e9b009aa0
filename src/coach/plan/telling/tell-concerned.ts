import type { Planned } from "../../../deliveries/outbox.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { cardAt } from "../../../plan/card-at.ts";
import { peopleOf, takersOf } from "../../../plan/owners.ts";
import { type Say, words } from "../../../text/text.ts";
import { saying } from "../../converse.ts";
import { readsDigest } from "../../digest/digest-teams.ts";
import { personName } from "../../draw/naming.ts";
import { shorten, withoutStop } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import type { Turn } from "../../turn.ts";
import { dueWords, namesOf } from "../draw/action-words.ts";
import { hereIn } from "../plan-view.ts";

const QUOTED = 100;

/** Nothing is done to people's actions behind their backs: whom it concerns hears in private what somebody else did. */
export function tellConcerned(turn: Turn, next: PlanAction, before: PlanAction): readonly Planned[] {
  const what = shorten(next.what, QUOTED);
  const became = (kind: PlanAction["standing"]["kind"]) =>
    next.standing.kind === kind && before.standing.kind !== kind && before.open;
  if (became("dropped"))
    return told(turn, next, peopleOf(before), ({ say, name }) => say("plan.droppedBy", { name, what }), true);
  const takers = takersOf(before);
  if (became("waiting")) return told(turn, next, takers, ({ say, name }) => say("plan.putOffBy", { name, what }), true);
  const isMoved = next.open && next.dueOn !== before.dueOn;
  return [
    ...(isMoved
      ? told(turn, next, takers, ({ say, name, listener }) => {
          const due = dueWords(next, { directory: turn.directory, now: turn.event.now }, listener);
          return say("plan.movedBy", { name, what, due: withoutStop(due ?? say("plan.noDate")) });
        })
      : []),
    ...told(turn, next, refusedProposers(turn, next, before), ({ say, name }) =>
      say("plan.declinedBy", { name, what }),
    ),
    ...tellOwners(turn, next, before, what),
  ];
}

/** Whose it was hears who is in it now: beside them, or in their place. */
function tellOwners(turn: Turn, next: PlanAction, before: PlanAction, what: string): readonly Planned[] {
  const [were, are] = [takersOf(before), takersOf(next)];
  const { _id: me } = turn.person;
  const isJoined = are.includes(me) && !were.includes(me);
  const [stay, left] = [were.filter((one) => are.includes(one)), were.filter((one) => !are.includes(one))];
  return [
    ...(isJoined ? told(turn, next, stay, ({ say, name }) => say("plan.joinedBy", { name, what })) : []),
    ...told(
      turn,
      next,
      left,
      ({ say, name, listener }) => {
        const owners = namesOf(peopleOf(next), turn, listener);
        return say("plan.handedBy", { name, what, owners });
      },
      true,
    ),
  ];
}

/** Who proposed it to the one who wants none of it. */
function refusedProposers({ person: { _id: me } }: Turn, next: PlanAction, before: PlanAction): readonly string[] {
  const asked = before.owners[me];
  return asked?.state === "proposed" && asked.by !== null && next.owners[me]?.state === "declined" ? [asked.by] : [];
}

interface Hearing {
  readonly say: Say;
  readonly listener: Listener;
  /** Who did it. */
  readonly name: string;
}

/** One line to each of these people who is here and did not do it, with the action's card where there is something to undo. */
function told(
  { directory, person: by }: Turn,
  action: PlanAction,
  people: readonly string[],
  lineFor: (hearing: Hearing) => string,
  withCard = false,
): readonly Planned[] {
  const here = hereIn(directory, action.team);
  return people.flatMap((id): readonly Planned[] => {
    const person = directory.people.get(id);
    const isNear = here(id) || readsDigest(directory, action.team, id);
    if (!person || id === by._id || !isNear) return [];
    const place = { kind: "private", person: id } as const;
    const { language, timeZone } = person;
    const name = personName(directory, by._id, language);
    const text = lineFor({ say: words(language), listener: { language, timeZone, person }, name });
    return [saying(place, { kind: "sentence", text }), ...(withCard ? [cardAt(place, action)] : [])];
  });
}
