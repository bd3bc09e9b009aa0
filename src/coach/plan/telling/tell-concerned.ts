import type { Planned } from "../../../deliveries/outbox.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { cardAt } from "../../../plan/card-at.ts";
import { peopleOf, takersOf } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { saying } from "../../converse.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Turn } from "../../turn.ts";
import { hereIn } from "../plan-view.ts";

const QUOTED = 100;

/** Nothing is done to people's actions behind their backs: whom it concerns hears in private what somebody else did, and can undo it. */
export function tellConcerned(turn: Turn, next: PlanAction, before: PlanAction): readonly Planned[] {
  const became = (kind: PlanAction["standing"]["kind"]) =>
    next.standing.kind === kind && before.standing.kind !== kind && before.open;
  if (became("dropped")) return told(turn, next, peopleOf(before), "droppedBy");
  return became("waiting") ? told(turn, next, takersOf(before), "putOffBy") : [];
}

function told(
  turn: Turn,
  action: PlanAction,
  people: readonly string[],
  key: "droppedBy" | "putOffBy",
): readonly Planned[] {
  const { directory, person: by } = turn;
  const here = hereIn(directory, action.team);
  return people.flatMap((id): readonly Planned[] => {
    const known = directory.people.get(id);
    if (!known || id === by._id || !here(id)) return [];
    const place = { kind: "private", person: id } as const;
    const name = personName(directory, by._id, known.language);
    const text = words(known.language)(`plan.${key}`, { name, what: shorten(action.what, QUOTED) });
    return [saying(place, { kind: "sentence", text }), cardAt(place, action)];
  });
}
