import { type Editable, MOST_OWNERS, type PlanAction } from "./action.ts";
import type { Decision, Update } from "./decision.ts";
import { type IsHere, isTaken, standingWith } from "./owners.ts";

/** Who does it, and when. */
export interface Doing {
  readonly person: string;
  readonly now: number;
}

/** "Otan tämän": also after having declined. What somebody who is here has taken meanwhile is taken beside them by `join` alone, or by whom it was proposed to. */
export function take(action: PlanAction, doing: Doing, isHere: IsHere): Decision {
  const state = action.owners[doing.person]?.state;
  const isFree = state === "accepted" || state === "proposed" || !isTaken(action, isHere);
  return isFree || !action.open ? join(action, doing) : { declined: "taken" };
}

/** "Lähden mukaan": beside those who have taken it. */
export function join(action: PlanAction, { person, now }: Doing): Decision {
  const own = action.owners[person];
  if (!action.open) return { declined: "closed" };
  if (own?.state === "accepted") return { declined: "yours" };
  if (!own && Object.keys(action.owners).length >= MOST_OWNERS) return { declined: "full" };
  return {
    set: {
      owners: { ...action.owners, [person]: { state: "accepted", at: now, by: person } },
      ...(own ? {} : edited(action, "owners")),
      ...waking(action, person),
    },
    did: "accepted",
  };
}

/** "Ei minun": who was proposed or had taken it lets go. */
export function decline(action: PlanAction, { person, now }: Doing): Decision {
  const own = action.owners[person];
  if (!action.open) return { declined: "closed" };
  if (!own || own.state === "declined") return { declined: "not-yours" };
  return {
    set: owning(action, { ...action.owners, [person]: { state: "declined", at: now, by: person } }),
    did: "declined",
  };
}

/** Proposes it to someone, in the place of another (`from`) or beside those who have it. Who proposes it to themselves has taken it. */
export function propose(action: PlanAction, to: string, from: string | null, { person, now }: Doing): Decision {
  if (!action.open) return { declined: "closed" };
  const known = action.owners[to];
  if (known && known.state !== "declined") return { declined: "unchanged" };
  const others = Object.fromEntries(Object.entries(action.owners).filter(([one]) => one !== from && one !== to));
  if (Object.keys(others).length >= MOST_OWNERS) return { declined: "full" };
  const state = to === person ? "accepted" : "proposed";
  return {
    set: { ...owning(action, { ...others, [to]: { state, at: now, by: person } }), ...edited(action, "owners") },
    did: "handed",
    note: to,
  };
}

export function begin(action: PlanAction): Decision {
  return standingTo(action, "going");
}

export function finish(action: PlanAction): Decision {
  return standingTo(action, "done");
}

export function putOff(action: PlanAction): Decision {
  return standingTo(action, "waiting");
}

/** What waited or was closed is under way again. */
export function reopen(action: PlanAction): Decision {
  if (action.open && action.standing.kind !== "waiting") return { declined: "open" };
  return { set: { standing: { kind: "planned" } }, did: "planned" };
}

export function unblock(action: PlanAction): Decision {
  if (action.standing.kind !== "blocked") return { declined: action.open ? "not-blocked" : "closed" };
  const standing = standingWith({ kind: "going" }, action.owners);
  return { set: { standing }, did: standing.kind };
}

/** Said again with another reason, it stands still since the first time. */
export function block(action: PlanAction, why: string, { now }: Pick<Doing, "now">): Decision {
  const { standing, open } = action;
  if (!open) return { declined: "closed" };
  const since = standing.kind === "blocked" ? standing.since : now;
  return { set: { standing: { kind: "blocked", why, since } }, did: "blocked", note: why };
}

export function drop(action: PlanAction, why: string): Decision {
  if (!action.open) return { declined: "closed" };
  return { set: { standing: { kind: "dropped", why } }, did: "dropped", note: why };
}

/** Not reminded of it before that day, or (null) until asked again: only this person, and the plan itself stays as it is. */
export function snooze(action: PlanAction, until: string | null, { person }: Pick<Doing, "person">): Decision {
  if (!action.open) return { declined: "closed" };
  return { set: { snoozed: { ...action.snoozed, [person]: { until } } } };
}

export function remindAgain(action: PlanAction, { person }: Pick<Doing, "person">): Decision {
  return action.snoozed[person] ? { set: waking(action, person) } : { declined: "unchanged" };
}

/** The row that it came from was removed, and the team keeps it: from now on it is the team's own. */
export function keep(action: PlanAction): Decision {
  return action.rowGone ? { set: { rowGone: false, derived: null }, did: "edited" } : { declined: "unchanged" };
}

function standingTo(action: PlanAction, kind: "going" | "done" | "waiting"): Decision {
  if (!action.open) return { declined: action.standing.kind === kind ? "unchanged" : "closed" };
  return action.standing.kind === kind ? { declined: "unchanged" } : { set: { standing: { kind } }, did: kind };
}

/** Whose it is from now on, and how it stands then. */
export function owning(
  { standing }: PlanAction,
  owners: PlanAction["owners"],
): Pick<Update["set"], "owners" | "standing"> {
  return { owners, standing: standingWith(standing, owners) };
}

/** These fields are the people's from now on. */
export function edited(action: PlanAction, ...fields: readonly Editable[]): Pick<Update["set"], "edited"> {
  return { edited: [...new Set([...action.edited, ...fields])] };
}

function waking({ snoozed }: PlanAction, person: string): Pick<Update["set"], "snoozed"> {
  return { snoozed: Object.fromEntries(Object.entries(snoozed).filter(([one]) => one !== person)) };
}
