import type { Event, Planned } from "../../deliveries/outbox.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import type { Store } from "../../store/store.ts";
import { actions, type PlanAction } from "../action.ts";
import { cardAt } from "../card-at.ts";
import { proposedOf } from "../owners.ts";

interface Proposing {
  /** Who is asked about one action gets its card. */
  readonly cards: readonly { readonly action: PlanAction; readonly person: string }[];
  /** Who is asked about several gets one message about all of them. */
  readonly together: readonly Planned[];
}

/**
 * Whom an agreement asks: those to whom it has proposed something at or after its moment. Read from what stands, not from what was just done, so that
 * a run which a crash cut short asks as well.
 */
export async function proposing(store: Store, ids: readonly string[], since: number): Promise<Proposing> {
  const found = await store.getMany(actions, ids);
  const asked = new Map<string, PlanAction[]>();
  for (const action of found.filter(({ open }) => open))
    for (const person of proposedOf(action)) {
      const owner = action.owners[person];
      if (owner && owner.by === null && owner.at >= since) asked.set(person, [...(asked.get(person) ?? []), action]);
    }
  const all = [...asked].map(([person, theirs]) => ({ person, theirs }));
  return {
    cards: all.flatMap(({ person, theirs: [action, ...more] }) =>
      action && more.length === 0 ? [{ action, person }] : [],
    ),
    together: all.flatMap(({ person, theirs }): readonly Planned[] => {
      const [{ round } = { round: null }, second] = theirs;
      if (!second || round === null) return [];
      const tell = { kind: "plan-proposed", from: round } as const;
      return [{ place: { kind: "private", person }, how: { kind: "post" }, tell }];
    }),
  };
}

/** Plans an action's card in a person's private chat, once an event; the action as it then stands, undefined when that was done before. */
export async function sayByCard(
  store: Store,
  action: PlanAction,
  person: string,
  event: Event,
): Promise<PlanAction | undefined> {
  const once = { ...event, id: `${event.id}:${person}` };
  const taken = await changeRecord<PlanAction, never>(store, actions, action._id, once, (now) => ({
    planned: [cardAt({ kind: "private", person }, now)],
  }));
  return taken.kind === "changed" ? taken.record : undefined;
}
