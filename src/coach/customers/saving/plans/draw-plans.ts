import { type Care, NO_CARE } from "../../../../customers/care-plan.ts";
import { sameCare } from "../../../../customers/effects/plans-to-save.ts";
import { keyOf, type PlanChange } from "../../../../customers/effects/register-changes.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { shorten } from "../../../draw/shorten.ts";
import { turned } from "../draw-changed.ts";
import type { SavingView } from "../load-saving.ts";
import { planName, planSays } from "./plan-says.ts";

const TEXTS = ["content", "training", "service", "afterMarketing", "goals"] as const;
const TEXT = 40;

/** Each plan as it is and as it would be, and for how many customers it speaks. */
export function drawPlans(
  { plans, book, preview }: Pick<SavingView, "plans" | "book" | "preview">,
  language: Language,
) {
  const say = words(language);
  if (plans.length === 0) return [];
  const facts = plans.map((plan) => ({
    label: planName(plan, say),
    value: changeWords(plan, book.plans.get(keyOf(plan)), preview.meant.get(keyOf(plan)) ?? 0, say),
  }));
  return [{ kind: "facts", facts } as const];
}

function changeWords({ care }: PlanChange, before: Care | undefined, count: number, say: Say): string {
  const of = (says: string) => say("flows.plan.says", { says, customers: say("flows.plan.customers", { count }) });
  if (sameCare(care, NO_CARE)) return say("flows.plan.gone");
  if (before && sameCare(before, care)) return of(`${planSays(care, say)}, ${say("flows.plan.same")}`);
  const [old, next] = [partsOf(before ?? NO_CARE, say), partsOf(care, say)];
  const parts = (["means", ...TEXTS] as const)
    .filter((part) => old[part] !== next[part])
    .map(
      (part) => `${say(`flows.plan.${part}`)} ${old[part] === "" ? next[part] : turned(old[part], next[part], say)}`,
    );
  const often = before ? turned(planSays(before, say), planSays(care, say), say) : planSays(care, say);
  return [of(often), ...parts].join("; ");
}

/** What care holds, part by part, short enough to be told beside others. */
function partsOf(care: Care, say: Say) {
  const text = (part: (typeof TEXTS)[number]) =>
    care[part] === "" ? "" : say("flows.plan.quoted", { text: shorten(care[part], TEXT) });
  return {
    means: care.means.map((one) => say(`customers.means.${one}`)).join(", "),
    content: text("content"),
    training: text("training"),
    service: text("service"),
    afterMarketing: text("afterMarketing"),
    goals: text("goals"),
  };
}
