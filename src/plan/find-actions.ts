import type { Store } from "../store/store.ts";
import { actions, type PlanAction } from "./action.ts";
import { actionOwners } from "./action-owner.ts";
import { peopleOf } from "./owners.ts";

/** More than any team ever plans; lists are shown in pages. */
const ALL = 10_000;

interface OfTeam {
  readonly company: string;
  readonly team: string;
}

/** What a team has open, what is due first before what is due later; what has no date comes last. */
export async function openActions(store: Store, { company, team }: OfTeam): Promise<readonly PlanAction[]> {
  return byDue(await store.find(actions, { name: "ofTeam", equals: { company, team, open: true }, limit: ALL }));
}

/** What is a person's: taken by them or proposed to them, and open, in whatever teams. Reads as much as they have, not as much as their teams have. */
export async function actionsOf(
  store: Store,
  { company, person }: { readonly company: string; readonly person: string },
): Promise<readonly PlanAction[]> {
  const ways = await store.find(actionOwners, {
    name: "ofPerson",
    equals: { company, person, open: true },
    limit: ALL,
  });
  const found = await store.getMany(
    actions,
    ways.map(({ action }) => action),
  );
  return byDue(found.filter((action) => peopleOf(action).includes(person)));
}

/** What is due in a quarter ("2027-1"), done or not. */
export async function actionsOfQuarter(
  store: Store,
  { company, team, quarter }: OfTeam & { readonly quarter: string },
): Promise<readonly PlanAction[]> {
  return byDue(await store.find(actions, { name: "ofTeamQuarter", equals: { company, team, quarter }, limit: ALL }));
}

/** What leads up in a dimension, done or not. */
export async function actionsOfDimension(
  store: Store,
  { company, team, dimension }: OfTeam & { readonly dimension: string },
): Promise<readonly PlanAction[]> {
  const equals = { company, team, dimension };
  return byDue(await store.find(actions, { name: "ofTeamDimension", equals, limit: ALL }));
}

/** What a team got done or dropped since a moment. */
export function closedSince(
  store: Store,
  { company, team, since }: OfTeam & { readonly since: number },
): Promise<readonly PlanAction[]> {
  return store.find(actions, { name: "closedOfTeam", equals: { company, team }, from: since, limit: ALL });
}

export function byDue(list: readonly PlanAction[]): readonly PlanAction[] {
  return list.toSorted(
    (a, b) =>
      (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.createdAt - b.createdAt || a._id.localeCompare(b._id),
  );
}
