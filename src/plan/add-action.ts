import { closedDays, type IsClosed } from "../calendar/closed-days.ts";
import { born, type Event, type Planned } from "../deliveries/outbox.ts";
import { closuresOf } from "../people/closures-of.ts";
import type { Store } from "../store/store.ts";
import { type ActionContent, actions, type Origin, type PlanAction } from "./action.ts";
import { updated } from "./decision.ts";
import { openWays } from "./ways.ts";

export interface NewAction {
  /** Deterministic (rowActionId, eventActionId): added twice, there is one. */
  readonly id: string;
  readonly company: string;
  readonly team: string;
  readonly origin: Origin;
  readonly content: ActionContent;
  /** Proposed to these; who adds it for themselves has taken it. */
  readonly owners: readonly string[];
  readonly by: string | null;
  /** What a date that could not be read for sure may have meant. */
  readonly mayBeDue?: readonly string[] | undefined;
  /** What a flow said, and at which revision of its answer. */
  readonly derivedAt?: number;
}

/** An action without anything but what is to be done. */
export const NO_CONTENT: Omit<ActionContent, "what"> = {
  dimension: null,
  level: null,
  firstDeed: null,
  due: null,
  resources: "",
  doneWhen: "",
  notes: "",
};

/** Adds an action; "exists" with the one that stands there when it was added before. */
export async function addAction(
  store: Store,
  added: NewAction,
  event: Event,
  saying: (action: PlanAction) => readonly Planned[] = () => [],
): Promise<{ readonly kind: "added" | "exists"; readonly record: PlanAction }> {
  const isQuarter = added.content.due?.kind === "quarter";
  const isClosed = isQuarter ? closedDays(...(await closuresOf(store, added))) : undefined;
  const action = newAction(added, event, isClosed);
  const known = await store.get(actions, action._id);
  if (known) return { kind: "exists", record: known };
  await openWays(store, undefined, action);
  const record = { ...action, ...born(action, event, saying(action)) };
  if ((await store.insert(actions, record)) === "inserted") return { kind: "added", record };
  return { kind: "exists", record: (await store.get(actions, action._id)) ?? record };
}

function newAction(added: NewAction, event: Event, isClosed: IsClosed | undefined): PlanAction {
  const { id: _id, company, team, origin, content, owners, by, derivedAt, mayBeDue } = added;
  const derived = derivedAt !== undefined;
  const blank: PlanAction = {
    _id,
    company,
    team,
    origin,
    round: origin.kind === "row" ? origin.round : null,
    ...content,
    owners: Object.fromEntries(
      owners.map((person) => [
        person,
        { state: person === by && !derived ? "accepted" : "proposed", at: event.now, by },
      ]),
    ),
    standing: { kind: "planned" },
    open: true,
    dueOn: null,
    mayBeDue: mayBeDue ? [...mayBeDue] : null,
    quarter: null,
    derived: derived ? { ...content, owners: [...owners] } : null,
    appliedRevision: derivedAt ?? null,
    rowGone: false,
    edited: [],
    history: [],
    snoozed: {},
    createdAt: event.now,
    createdBy: by,
    closedAt: null,
    nextLookAt: null,
    revision: 0,
    ...born({ _id, company }, event, []),
  };
  return updated(blank, { set: {}, did: derived ? "derived" : "proposed" }, { by, now: event.now, isClosed });
}
