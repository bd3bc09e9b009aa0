import { type ActionContent, type Due, type Editable, MOST_OWNERS, type PlanAction } from "./action.ts";
import { type Doing, edited, owning } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { isOver } from "./due.ts";

/** Changes what an action says and, where `owners` is given, whose it is. What people wrote stays as they left it, whatever the flow says later. */
export function edit(
  action: PlanAction,
  content: Partial<ActionContent>,
  owners?: { readonly wanted: readonly string[]; readonly doing: Doing },
): Decision {
  const changed: Editable[] = editables(content).filter((field) => differs(action[field], content[field]));
  const set = Object.fromEntries(changed.map((field) => [field, content[field as keyof ActionContent]]));
  const next = owners && ownersAs(action, owners.wanted, owners.doing);
  if (next && Object.keys(next).length > MOST_OWNERS) return { declined: "full" };
  if (next && differs(action.owners, next)) changed.push("owners");
  if (changed.length === 0) return { declined: "unchanged" };
  const moved = changed.length === 1 && changed[0] === "due";
  return {
    set: {
      ...set,
      ...(changed.includes("due") ? wakingAll(action) : {}),
      ...(next ? owning(action, next) : {}),
      ...edited(action, ...changed),
    },
    did: moved ? "moved" : "edited",
  };
}

/** Another day is another reminder: what was put off for a while comes at its new time. Who wanted none of it gets none. */
function wakingAll({ snoozed }: PlanAction): Pick<PlanAction, "snoozed"> {
  return { snoozed: Object.fromEntries(Object.entries(snoozed).filter(([, { until }]) => until === null)) };
}

/** Nobody has done anything to it since it was written: no card was used, and nobody but its writer has taken or declined it. */
export function isAsWritten({ edited: changed, standing, snoozed, owners, createdBy }: PlanAction): boolean {
  return (
    changed.length === 0 &&
    standing.kind === "planned" &&
    Object.keys(snoozed).length === 0 &&
    Object.entries(owners).every(
      ([person, { state, by }]) => state === "proposed" || (state === "accepted" && by === createdBy && person === by),
    )
  );
}

/** Another day or quarter, not one that is over. */
export function move(action: PlanAction, due: Due, { today }: { readonly today: string }): Decision {
  if (!action.open) return { declined: "closed" };
  return isOver(due, today) ? { declined: "past" } : edit(action, { due });
}

/** Who stays keeps how they stood; who is new has it proposed; who chose themselves has taken it. Those who declined are remembered. */
function ownersAs({ owners }: PlanAction, wanted: readonly string[], { person, now }: Doing): PlanAction["owners"] {
  const kept = Object.entries(owners).filter(([one, { state }]) => state === "declined" || wanted.includes(one));
  const asked = wanted.filter((one) => owners[one] === undefined || owners[one].state === "declined");
  const fresh = asked.map((one) => {
    const state = one === person ? ("accepted" as const) : ("proposed" as const);
    return [one, { state, at: now, by: person }] as const;
  });
  return Object.fromEntries([...kept, ...fresh]);
}

function editables(content: Partial<ActionContent>): readonly Exclude<Editable, "owners">[] {
  const all = ["what", "dimension", "level", "firstDeed", "due", "resources", "doneWhen", "notes"] as const;
  return all.filter((field) => content[field] !== undefined);
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
