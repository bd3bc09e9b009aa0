import type { Planned } from "../deliveries/outbox.ts";
import type { PlanAction } from "./action.ts";

type Place = Planned["place"];

/** A card of an action posted at a place, and remembered there. */
export function cardAt(place: Place, action: PlanAction, tell: Planned["tell"] = cardOf(action)): Planned {
  return { place, how: { kind: "post", remember: cardKey(place) }, tell };
}

/** An action's own cards, drawn anew where they stand. */
export function cardsAnew(action: PlanAction): readonly Planned[] {
  return Object.entries(action.messages).flatMap(([key, { id: message }]) => {
    const place = placeOfCard(key, action.team);
    return place ? [{ place, how: { kind: "edit", message }, tell: cardOf(action) } as const] : [];
  });
}

export function cardOf(action: PlanAction) {
  return { kind: "plan-card", action: action._id } as const;
}

function cardKey(place: Place): string {
  switch (place.kind) {
    case "private":
      return `at:${place.person}`;
    case "channel":
      return "card";
    case "thread":
      return `in:${place.round}`;
    default:
      return place satisfies never;
  }
}

function placeOfCard(key: string, team: string): Place | undefined {
  if (key === "card") return { kind: "channel", team };
  if (key.startsWith("at:")) return { kind: "private", person: key.slice(3) };
  return key.startsWith("in:") ? { kind: "thread", team, round: key.slice(3) } : undefined;
}
