import type { Planned } from "../deliveries/outbox.ts";
import type { Round } from "./round.ts";

/** The facilitator's card at the end of someone's private chat; where it stood before, its buttons give way to a word. */
export function facilitatorCard(round: Round, person: string): Planned[] {
  const before = round.messages.facilitator;
  const moved: Planned[] = before
    ? [
        {
          place: { kind: "private", person: round.facilitator },
          how: { kind: "edit", message: before.id },
          tell: { kind: "card-moved", round: round._id },
        },
      ]
    : [];
  return [
    ...moved,
    {
      place: { kind: "private", person },
      how: { kind: "post", remember: "facilitator" },
      tell: { kind: "facilitator-card", round: round._id },
    },
  ];
}
