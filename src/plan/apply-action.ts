import type { Event } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import {
  type ActionContent,
  actions,
  contentFields,
  type Editable,
  type Origin,
  type PlanAction,
  rowActionId,
} from "./action.ts";
import { addAction } from "./add-action.ts";
import { cardsAnew } from "./card-at.ts";
import { changeAction } from "./change-action.ts";
import type { Decision } from "./decision.ts";

/** What a row of a flow's answer says: it becomes one action. */
export interface DerivedAction {
  readonly company: string;
  readonly team: string;
  readonly origin: Extract<Origin, { kind: "row" }>;
  readonly content: ActionContent;
  /** Proposed: each of them accepts by themselves. */
  readonly owners: readonly string[];
  /** Who gave the answer; null when several did. */
  readonly by: string | null;
  /** The revision of the answer: an older one never overwrites a newer one. */
  readonly revision: number;
}

/** What became of a row's action, and the action as it stands: what it has to say is in its outbox. */
export interface Applied {
  readonly kind: "added" | "changed" | "unchanged";
  readonly record: PlanAction;
}

/**
 * Makes or changes the action of a row. It may run as often as it likes: what was applied already changes nothing, what people edited stays,
 * and who has declined is not proposed again.
 */
export async function applyAction(store: Store, derived: DerivedAction, event: Event): Promise<Applied> {
  const { revision, ...row } = derived;
  const id = rowActionId(derived.origin);
  const added = await addAction(store, { ...row, id, derivedAt: revision }, event);
  if (added.kind === "added") return { kind: "added", record: added.record };
  const once = { ...event, id: `${event.id}:${id}:${revision}` };
  const taken = await changeAction(
    store,
    id,
    once,
    derived.by,
    (action) => derive(action, derived, event.now),
    redrawn,
  );
  return taken.kind === "changed" ? taken : { kind: "unchanged", record: added.record };
}

/** Its cards stand where they stood and say what the action says now. */
function redrawn(_: PlanAction, before: PlanAction) {
  return cardsAnew(before);
}

/**
 * The rows of a step are now these: actions of rows that are gone are removed where nobody has touched them. Where somebody has, the action stays and
 * its card asks whether it is kept; those are returned.
 */
export async function withdrawActions(
  store: Store,
  step: {
    readonly company: string;
    readonly round: string;
    readonly step: string;
    readonly rows: readonly string[];
    readonly revision: number;
  },
  event: Event,
): Promise<readonly PlanAction[]> {
  const { company, round, rows } = step;
  const all = await store.find(actions, { name: "ofRound", equals: { company, round }, limit: 10_000 });
  const asked: PlanAction[] = [];
  for (const action of all) {
    const { origin, derived } = action;
    if (origin.kind !== "row" || origin.step !== step.step || rows.includes(origin.row) || derived === null) continue;
    const once = { ...event, id: `${event.id}:gone:${action._id}` };
    const taken = await changeAction(store, action._id, once, null, (now) => withdraw(now, step.revision), redrawn);
    if (taken.kind !== "changed") continue;
    if (taken.record.rowGone) asked.push(taken.record);
    else await store.remove(actions, action._id);
  }
  return asked;
}

/** Nobody has done anything to it since a flow made it. */
export function isUntouched({ edited, standing, owners, snoozed }: PlanAction): boolean {
  return (
    edited.length === 0 &&
    standing.kind === "planned" &&
    Object.keys(snoozed).length === 0 &&
    Object.values(owners).every(({ state }) => state === "proposed")
  );
}

/** An action that people edited keeps what they edited; everything else is as the flow says now. */
export function derive(action: PlanAction, derived: DerivedAction, now: number): Decision {
  const { revision, content, by } = derived;
  if (action.appliedRevision !== null && action.appliedRevision >= revision) return { declined: "unchanged" };
  const untouched = (field: Editable) => !action.edited.includes(field);
  const kept = Object.fromEntries(
    Object.keys(contentFields)
      .filter((field): field is keyof ActionContent => field in content)
      .filter(untouched)
      .map((field) => [field, content[field]]),
  );
  return {
    set: {
      ...kept,
      ...(untouched("owners") ? { owners: ownersOf(action, derived.owners, now, by) } : {}),
      derived: { ...content, owners: [...derived.owners] },
      appliedRevision: revision,
      rowGone: false,
    },
    did: "derived",
  };
}

function ownersOf(action: PlanAction, wanted: readonly string[], at: number, by: string | null): PlanAction["owners"] {
  const answered = Object.entries(action.owners).filter(
    ([person, { state }]) => state !== "proposed" || wanted.includes(person),
  );
  const fresh = wanted.filter((person) => action.owners[person] === undefined);
  return Object.fromEntries([...answered, ...fresh.map((person) => [person, { state: "proposed", at, by }] as const)]);
}

function withdraw(action: PlanAction, revision: number): Decision {
  const { appliedRevision } = action;
  const older = appliedRevision !== null && appliedRevision > revision;
  if (older || action.rowGone || action.derived === null) return { declined: "unchanged" };
  return isUntouched(action)
    ? { set: { standing: { kind: "dropped", why: "" } }, did: "dropped" }
    : action.open
      ? { set: { rowGone: true, appliedRevision: revision } }
      : { declined: "closed" };
}
