import { type Care, NO_CARE } from "../../../../customers/care-plan.ts";
import { classSchema } from "../../../../customers/customer.ts";
import { sameCare } from "../../../../customers/effects/plans-to-save.ts";
import { keyOf, type PlanChange } from "../../../../customers/effects/register-changes.ts";
import { type Rulebook, readRulebook } from "../../../../customers/rulebook.ts";
import type { Directory } from "../../../../people/directory.ts";
import { type Say, words } from "../../../../text/text.ts";
import { heading, messageOf, paragraph, quiet } from "../../../draw/compose.ts";
import { shorten } from "../../../draw/shorten.ts";
import type { CustomerSources, Drawing } from "../../load-customer-tell.ts";
import { FIELDS } from "../../portfolio/portfolio.ts";
import { CARE_TEXTS } from "../../register/planning/plan-form.ts";
import { planName, planSays } from "./plan-says.ts";

const PART = 120;

/** In the order in which they speak for a customer. */
const GROUPS: readonly Pick<PlanChange, "kind" | "of">[] = [
  ...classSchema.options.map((of) => ({ kind: "class" as const, of })),
  ...FIELDS.map((of) => ({ kind: "field" as const, of })),
  { kind: "all", of: "" },
];

/** The care plans of a company, which everybody in it may read. */
export async function loadPlans({ store }: Pick<CustomerSources, "store">, directory: Directory): Promise<Drawing> {
  return drawAllPlans(await readRulebook(store, directory.company));
}

export function drawAllPlans({ plans }: Pick<Rulebook, "plans">): Drawing {
  return ({ language }) => {
    const say = words(language);
    const facts = GROUPS.flatMap((group) => {
      const care = plans.get(keyOf(group));
      return care && !sameCare(care, NO_CARE) ? [{ label: planName(group, say), value: allOf(care, say) }] : [];
    });
    return messageOf(language, [
      heading(say("flows.plans.title")),
      facts.length === 0 ? paragraph(say("flows.plans.none")) : { kind: "facts", facts },
      facts.length === 0 ? undefined : quiet(say("flows.plans.order")),
    ]);
  };
}

function allOf(care: Care, say: Say): string {
  const means = care.means.map((one) => say(`customers.means.${one}`)).join(", ");
  const texts = CARE_TEXTS.flatMap((part) =>
    care[part] === "" ? [] : [`${say(`flows.plan.${part}`)} ”${shorten(care[part], PART)}”`],
  );
  return [planSays(care, say), ...(means === "" ? [] : [`${say("flows.plan.means")} ${means}`]), ...texts].join("; ");
}
