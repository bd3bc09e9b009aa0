import type { Store } from "../../store/store.ts";
import type { PlanAction } from "../action.ts";
import { changeAction } from "../change-action.ts";
import { actionsOf } from "../find-actions.ts";

interface Joining {
  readonly company: string;
  readonly kept: string;
  readonly other: string;
}

/** Two records of one person became one: what `other` has taken or is to take is `kept`'s. Harmless twice. */
export async function joinActions(store: Store, { company, kept, other }: Joining, now: number): Promise<void> {
  const event = { id: `join:${other}:${kept}`, now };
  for (const { _id } of await actionsOf(store, { company, person: other }))
    await changeAction(store, _id, event, null, ({ owners, snoozed }) => ({
      set: {
        owners: oneOwner(owners, kept, other),
        snoozed: Object.fromEntries(
          Object.entries(snoozed).map(([person, until]) => [person === other ? kept : person, until]),
        ),
      },
    }));
}

/** Who has taken it under either record has taken it. */
function oneOwner(owners: PlanAction["owners"], kept: string, other: string): PlanAction["owners"] {
  const { [other]: theirs, ...rest } = owners;
  if (!theirs) return owners;
  const own = rest[kept];
  return { ...rest, [kept]: own && theirs.state !== "accepted" ? own : theirs };
}
