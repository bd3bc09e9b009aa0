import type { Planned } from "../../../deliveries/outbox.ts";
import type { Flow } from "../../../flow/flow.ts";

/** The card of what the answers would change in the register, drawn anew with them; none for a flow that saves nothing there. */
export function savingCard(flow: Flow, of: string, place: Planned["place"]): readonly Planned[] {
  if (flow.saves.length === 0) return [];
  return [{ place, how: { kind: "view", key: "saving" }, tell: { kind: "saving-card", of } }];
}
