import { lifecycleSchema } from "../../customer.ts";
import { type Answered, customerIn, optionIn, rowsIn } from "../answered.ts";
import { type CustomerChange, NO_CHANGES, type RegisterChanges } from "../register-changes.ts";

/** `lifecycle`: in which phase each of the named customers is. */
export function customerPhase({ values }: Answered): RegisterChanges {
  const customers = rowsIn(values, "customers").flatMap(({ id, cells }): CustomerChange[] => {
    const customer = customerIn(cells, "customer");
    const lifecycle = lifecycleSchema.safeParse(optionIn(cells, "phase")).data;
    if (!customer || !lifecycle) return [];
    return [{ row: `customers/${id}`, customer, set: { lifecycle }, scores: {}, product: "", contactPerson: "" }];
  });
  return { ...NO_CHANGES, customers };
}
