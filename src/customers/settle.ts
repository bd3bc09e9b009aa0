import { fieldOf } from "./classes/field.ts";
import { classOf } from "./classes/score.ts";
import { dayBegins } from "./clock/day-begins.ts";
import { limitsOf } from "./clock/limits.ts";
import { type NextDue, nextDue } from "./clock/next-due.ts";
import type { OpenDays } from "./clock/open-days.ts";
import type { Customer } from "./customer.ts";
import { cadenceOf, type Rulebook } from "./rulebook.ts";

/** What follows from what is said of a customer and from the company's rules. */
export type Settled = Pick<Customer, "class" | "field" | "dueOn" | "limitOn" | "dueAt">;

export function settle(customer: Omit<Customer, keyof Settled>, book: Rulebook): Settled {
  const placed = { class: classOf(customer, book.rules), field: fieldOf(customer, book.rules) };
  if (!customer.kept) return { ...placed, dueOn: null, limitOn: null, dueAt: null };
  const { care } = cadenceOf({ ...customer, ...placed }, book);
  const due = nextDue(customer.clock, limitsOf(care), book.daysOf(customer));
  const { limitOn } = due;
  const dueOn = onWorkingDay(due, book.workingDaysOf(customer));
  const dueAt = dueOn === null ? null : dayBegins(dueOn);
  return { ...placed, dueOn, limitOn, dueAt };
}

/** What the clock itself chooses comes on a working day, where one is left within the limit; what people said stays as they said it. */
function onWorkingDay({ dueOn, limitOn, by }: NextDue, working: OpenDays): string | null {
  if (dueOn === null || limitOn === null || by === "moved" || by === "planned") return dueOn;
  const next = working.after(dueOn, 0);
  return next <= limitOn ? next : dueOn;
}
