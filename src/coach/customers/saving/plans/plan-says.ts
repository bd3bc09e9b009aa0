import type { Care } from "../../../../customers/care-plan.ts";
import { limitsOf } from "../../../../customers/clock/limits.ts";
import { classSchema, fieldSchema } from "../../../../customers/customer.ts";
import type { PlanChange } from "../../../../customers/effects/register-changes.ts";
import { saysHowOften } from "../../../../customers/rulebook.ts";
import type { Say } from "../../../../text/text.ts";

/** Whose a care plan is: "Luokka A", "Kenttä: kasvu", "Kaikki muut". */
export function planName({ kind, of }: Pick<PlanChange, "kind" | "of">, say: Say): string {
  const field = fieldSchema.safeParse(of).data;
  if (kind === "class") return say("flows.plan.class", { class: classSchema.safeParse(of).data ?? of });
  return kind === "field" && field
    ? say("flows.plan.field", { field: say(`customers.field.${field}`) })
    : say("flows.plan.all");
}

/** "12 kertaa vuodessa, toive 30 päivää, raja 45 päivää"; a plan may leave how often to the next in line. */
export function planSays(care: Care, say: Say): string {
  const limits = limitsOf(care);
  if (!saysHowOften(care)) return say("flows.plan.noCadence");
  if (!limits) return say("flows.plan.never");
  const aYear = care.contactsPerYear;
  const often = aYear === null ? "" : `${say("flows.plan.aYear", { count: aYear })}, `;
  return `${often}${say("flows.plan.limits", { wish: limits.wish, worst: limits.worst })}`;
}
