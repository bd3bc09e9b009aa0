import type { Store } from "../store/store.ts";
import type { PlanAction } from "./action.ts";
import { actionOwners } from "./action-owner.ts";
import { peopleOf } from "./owners.ts";

/** Before an action names its owners: a way to it for each who is new, so that nobody's is ever missing. */
export async function openWays(store: Store, before: PlanAction | undefined, after: PlanAction): Promise<void> {
  const had = before ? peopleOf(before) : [];
  for (const person of peopleOf(after).filter((one) => !had.includes(one))) await setWay(store, after, person, true);
}

/** After an action names them no longer. A process that ends before this leaves a way that leads nowhere, which readers pass by. */
export async function closeWays(store: Store, before: PlanAction, after: PlanAction): Promise<void> {
  const have = peopleOf(after);
  for (const person of peopleOf(before).filter((one) => !have.includes(one))) await setWay(store, after, person, false);
}

async function setWay(store: Store, action: PlanAction, person: string, open: boolean): Promise<void> {
  const _id = `${action._id}/${person}`;
  const { revision, company } = action;
  for (;;) {
    const known = await store.get(actionOwners, _id);
    if (!known) {
      const way = { _id, company, person, action: action._id, open, revision };
      if ((await store.insert(actionOwners, way)) === "inserted") return;
      continue;
    }
    if (known.revision >= revision) return;
    const changed = await store.change(actionOwners, _id, {
      when: { revision: known.revision },
      set: { open, revision },
    });
    if (changed.kind === "changed") return;
  }
}
