import { type Closures, closedDays, type IsClosed } from "../calendar/closed-days.ts";
import { isWorkingDay } from "../calendar/working-day.ts";
import type { Store } from "../store/store.ts";
import { type Care, type CarePlan, carePlans, FIRST_CARE } from "./care-plan.ts";
import { closedInWeeks } from "./clock/closed-weeks.ts";
import { limitsOf } from "./clock/limits.ts";
import { type OpenDays, openDays } from "./clock/open-days.ts";
import type { SpreadDays } from "./clock/spread.ts";
import type { Customer } from "./customer.ts";
import { customerRules, FIRST_RULES, type Rules } from "./customer-rules.ts";

/** All that a company has laid down about its customers, as one read-only picture. */
export interface Rulebook {
  readonly rules: Rules;
  /** "class/A", "field/growth", "all" → the care plan. */
  readonly plans: ReadonlyMap<string, Care>;
  /** The company's open days, without those on which a customer is closed. */
  daysOf(customer: Pick<Customer, "closedWeeks">): OpenDays;
  /** Of these the working days: what nobody has said a day for is asked for on one. */
  workingDaysOf(customer: Pick<Customer, "closedWeeks">): OpenDays;
}

export async function readRulebook(
  store: Store,
  company: { readonly _id: string; readonly closedWeeks?: Closures | undefined },
): Promise<Rulebook> {
  const [plans, rules] = await Promise.all([
    store.find(carePlans, { name: "ofCompany", equals: { company: company._id } }),
    store.get(customerRules, company._id),
  ]);
  return rulebook(rules ?? FIRST_RULES, plans, closedDays(company.closedWeeks));
}

export function rulebook(
  rules: Rules,
  plans: readonly Pick<CarePlan, "kind" | "of" | keyof Care>[],
  isClosed: IsClosed,
): Rulebook {
  const kept = new Map<string, { readonly open: OpenDays; readonly working: OpenDays }>();
  const daysOf = ({ closedWeeks }: Pick<Customer, "closedWeeks">) => {
    const key = JSON.stringify(closedWeeks);
    const known = kept.get(key);
    if (known) return known;
    const isLeftAlone = closedInWeeks(closedWeeks);
    const isShut: IsClosed = (isoDate) => isClosed(isoDate) || isLeftAlone(isoDate);
    const days = { open: openDays(isShut), working: openDays((isoDate) => !isWorkingDay(isoDate) || isShut(isoDate)) };
    kept.set(key, days);
    return days;
  };
  return {
    rules,
    plans: new Map(plans.map((plan) => [plan.kind === "all" ? "all" : `${plan.kind}/${plan.of}`, plan])),
    daysOf: (customer) => daysOf(customer).open,
    workingDaysOf: (customer) => daysOf(customer).working,
  };
}

/** The days by which several customers are spread: the company's, whatever weeks one of them is closed. */
export function spreadDays(book: Rulebook): SpreadDays {
  const everyone = { closedWeeks: [] };
  return { open: book.daysOf(everyone), working: book.workingDaysOf(everyone) };
}

type Held = Pick<Care, "content" | "training" | "service" | "afterMarketing" | "goals">;

/** Whose plan gives the cadence. */
export interface Cadence {
  readonly by: "own" | "class" | "field" | "all" | "first";
  readonly care: Care;
}

/**
 * The customer's own, else its class's, else its field's (DESIGN: promise 9), else the company's for all, else Luotsi's proposal. What a plan says
 * nothing of, how often with its limits, the means or a part of what care holds, it leaves to the next in line.
 */
export function cadenceOf(
  { ownPlan, class: inClass, field }: Pick<Customer, "ownPlan" | "class" | "field">,
  { plans }: Pick<Rulebook, "plans">,
): Cadence {
  const line = [
    { by: "own", care: ownPlan },
    { by: "class", care: inClass && plans.get(`class/${inClass}`) },
    { by: "field", care: field && plans.get(`field/${field}`) },
    { by: "all", care: plans.get("all") },
  ] as const;
  const said = line.flatMap(({ by, care }) => (care ? [{ by, care }] : []));
  const often: Cadence = said.find(({ care }) => saysHowOften(care)) ?? { by: "first", care: FIRST_CARE };
  if (said.every((one) => one === often)) return often;
  const { contactsPerYear, wishDays, worstDays } = often.care;
  const text = (part: keyof Held) => said.find(({ care }) => care[part] !== "")?.care[part] ?? "";
  const held = {
    means: said.find(({ care }) => care.means.length > 0)?.care.means ?? [],
    content: text("content"),
    training: text("training"),
    service: text("service"),
    afterMarketing: text("afterMarketing"),
    goals: text("goals"),
  };
  return { by: often.by, care: { contactsPerYear, wishDays, worstDays, ...held } };
}

/** Whether a plan gives a cadence, be it that nobody is reminded. */
export function saysHowOften(care: Care): boolean {
  return care.contactsPerYear === 0 || limitsOf(care) !== undefined;
}
