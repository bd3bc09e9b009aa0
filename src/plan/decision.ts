import type { IsClosed } from "../calendar/closed-days.ts";
import type { Json } from "../store/store.ts";
import { type ActionContent, type deedSchema, KEPT_HISTORY, LONGEST, type PlanAction } from "./action.ts";
import { dueDate, quarterKey } from "./due.ts";
import { nextLook } from "./next-look.ts";
import { isOpen } from "./owners.ts";

export type Deed = (typeof deedSchema)["options"][number];

/** Why something cannot be done to an action. */
export type Refusal =
  | "closed"
  | "open"
  | "yours"
  | "taken"
  | "not-yours"
  | "full"
  | "unchanged"
  | "past"
  | "not-blocked";

/** What changes, and what the history says of it; nothing is said of what is only one person's (a snooze). */
export interface Update {
  readonly set: Partial<ActionContent> &
    Partial<
      Pick<
        PlanAction,
        "owners" | "standing" | "snoozed" | "edited" | "derived" | "appliedRevision" | "rowGone" | "mayBeDue"
      >
    >;
  readonly did?: Deed;
  readonly note?: string;
}
export type Decision = Update | { readonly declined: Refusal };

/** The action as an update leaves it, with all that follows from it: when it is due, whether it is open, its history, when to look at it next. */
export function updated(
  action: PlanAction,
  update: Update,
  { by, now, isClosed }: { readonly by: string | null; readonly now: number; readonly isClosed?: IsClosed | undefined },
): PlanAction {
  const next = { ...action, ...update.set };
  const open = isOpen(next.standing);
  const line = update.did && { at: now, by, did: update.did, note: (update.note ?? "").slice(0, LONGEST.why) };
  const settled = {
    ...next,
    open,
    dueOn: isNewDue(action, update) ? next.due && dueDate(next.due, isClosed) : action.dueOn,
    mayBeDue: next.due === null && open ? next.mayBeDue : null,
    quarter: next.due === null ? null : quarterKey(next.due),
    closedAt: open ? null : (action.closedAt ?? now),
    history: line ? [...action.history, line].slice(-KEPT_HISTORY) : action.history,
    revision: action.revision + 1,
  };
  return { ...settled, nextLookAt: nextLook(settled, now) };
}

/** What an update makes due, or what is due for the first time. */
export function isNewDue({ dueOn }: PlanAction, { set }: Update): boolean {
  return set.due !== undefined || dueOn === null;
}

const WRITTEN = [
  "what",
  "dimension",
  "level",
  "firstDeed",
  "due",
  "resources",
  "doneWhen",
  "notes",
  "owners",
  "standing",
  "snoozed",
  "edited",
  "derived",
  "appliedRevision",
  "rowGone",
  "open",
  "dueOn",
  "mayBeDue",
  "quarter",
  "closedAt",
  "history",
  "revision",
  "nextLookAt",
] as const satisfies readonly (keyof PlanAction)[];

/** The fields in which the one differs from the other, as a change of the record sets them. */
export function differences(before: PlanAction, after: PlanAction): { readonly [path: string]: Json } {
  return Object.fromEntries(
    WRITTEN.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => [
      field,
      after[field],
    ]),
  );
}
