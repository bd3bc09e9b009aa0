import type { Answered, Saving } from "./answered.ts";
import { NO_CHANGES, type RegisterChanges } from "./register-changes.ts";
import { carePlans } from "./saves/care-plans.ts";
import { companyRules } from "./saves/company-rules.ts";
import { customerListening } from "./saves/customer-listening.ts";
import { customerPhase } from "./saves/customer-phase.ts";
import { customerWill } from "./saves/customer-will.ts";
import { customerWorth } from "./saves/customer-worth.ts";
import { salesPlan } from "./saves/sales-plan.ts";

/** What flows may name under `saves`. */
const SAVES: ReadonlyMap<string, Saving> = new Map<string, Saving>([
  /** What customers are worth now and later: with the company's thresholds it gives their field. */
  ["customer-worth", customerWorth],
  /** Criteria, weights and limits, with the values that customers get by them: they give the class. */
  /** What the co-operation means to a customer, and whether it is wanted. */
  ["customer-will", customerWill],
  /** In which phase of the lifecycle customers are. */
  ["customer-phase", customerPhase],
  /** That a customer was listened to, and what was heard. */
  ["customer-listening", customerListening],
  /** Customers of a sales plan, with a dated contact for each row. */
  ["sales-plan", salesPlan],
  ["company-rules", companyRules],
  /** How often, by what means and with what content each class and field is cared for. */
  ["care-plans", carePlans],
]);

/** The names of them, for the loader. */
export const saves: ReadonlySet<string> = new Set(SAVES.keys());

/** All that the answers of a flow change in the register. */
export function changesOf(answered: Answered): RegisterChanges {
  return answered.flow.saves.reduce((sum: RegisterChanges, name) => {
    const { customers, contacts, rules, plans } = SAVES.get(name)?.(answered) ?? NO_CHANGES;
    return {
      customers: [...sum.customers, ...customers],
      contacts: [...sum.contacts, ...contacts],
      rules: rules || sum.rules ? { ...sum.rules, ...rules } : null,
      plans: [...sum.plans, ...plans],
    };
  }, NO_CHANGES);
}
