import { fieldOf } from "../../../customers/classes/field.ts";
import { type Customer, fieldSchema, type PortfolioField, type Worth } from "../../../customers/customer.ts";
import type { Rules } from "../../../customers/customer-rules.ts";

/** In the order in which they are told: what is most worth first. */
export const FIELDS: readonly PortfolioField[] = ["strategic", "growth", "acquisition", "retention", "efficiency"];

export interface Placed {
  readonly name: string;
  readonly field: PortfolioField | null;
  readonly present: Worth | null;
}

/** A field with those who stand in it. */
export interface FieldOfMany {
  readonly field: PortfolioField;
  readonly names: readonly string[];
  /** What those of them whose value was said in euros are worth now, in cents; null where nobody's was. */
  readonly cents: number | null;
}

export function placedBy(
  customers: readonly Pick<Customer, "name" | "present" | "potential" | "buys">[],
  rules: Pick<Rules, "highFrom">,
): readonly Placed[] {
  return customers.map((one) => ({ name: one.name, field: fieldOf(one, rules), present: one.present }));
}

export function fieldsOf(placed: readonly Placed[]): readonly FieldOfMany[] {
  return FIELDS.map((field) => {
    const inField = placed.filter((one) => one.field === field);
    const euros = inField.flatMap(({ present }) => (present?.kind === "euros" ? [present.cents] : []));
    return {
      field,
      names: inField.map(({ name }) => name),
      cents: euros.length === 0 ? null : euros.reduce((sum, cents) => sum + cents, 0),
    };
  });
}

/** The field of an option's id. */
export function fieldNamed(option: string | undefined): PortfolioField | undefined {
  return fieldSchema.safeParse(option).data;
}
