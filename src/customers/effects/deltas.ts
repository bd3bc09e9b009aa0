import { fieldOf } from "../classes/field.ts";
import { classOf } from "../classes/score.ts";
import type { Customer, CustomerClass, CustomerContent, PortfolioField, Worth } from "../customer.ts";
import type { Rules } from "../customer-rules.ts";

interface Turned<T> {
  readonly from: T;
  readonly to: T;
}

/** One thing of a customer that is otherwise after a saving than before it. */
export type Delta =
  | ({ readonly kind: "class" } & Turned<CustomerClass | null>)
  | ({ readonly kind: "field" } & Turned<PortfolioField | null>)
  | ({ readonly kind: "present" | "potential" } & Turned<Worth | null>)
  | { readonly kind: "buys"; readonly to: boolean }
  | ({ readonly kind: "lifecycle" } & Turned<Customer["lifecycle"]>)
  | ({ readonly kind: "will" } & Turned<Customer["will"]>)
  | ({ readonly kind: "score"; readonly criterion: string } & Turned<number | null>)
  | { readonly kind: "product" | "contactPerson"; readonly name: string };

/** What differs, the class and the field that come of it first. A will that was only said anew is no difference. */
export function deltasOf(
  before: CustomerContent,
  after: CustomerContent,
  rules: { readonly before: Rules; readonly after: Rules },
): readonly Delta[] {
  const criteria = [...new Set([...Object.keys(before.scores), ...Object.keys(after.scores)])];
  const all: readonly Delta[] = [
    { kind: "class", from: classOf(before, rules.before), to: classOf(after, rules.after) },
    { kind: "field", from: fieldOf(before, rules.before), to: fieldOf(after, rules.after) },
    { kind: "present", from: before.present, to: after.present },
    { kind: "potential", from: before.potential, to: after.potential },
    { kind: "lifecycle", from: before.lifecycle, to: after.lifecycle },
    { kind: "will", from: undated(before.will), to: undated(after.will) },
    ...criteria.map((criterion) => ({
      kind: "score" as const,
      criterion,
      from: before.scores[criterion] ?? null,
      to: after.scores[criterion] ?? null,
    })),
  ];
  const products = after.products.filter((name) => !before.products.includes(name));
  const known = new Set(before.contactPersons.map(({ name }) => name));
  const people = after.contactPersons.filter(({ name }) => !known.has(name));
  return [
    ...all.filter((delta) => !("from" in delta) || JSON.stringify(delta.from) !== JSON.stringify(delta.to)),
    ...(before.buys === after.buys ? [] : [{ kind: "buys" as const, to: after.buys }]),
    ...products.map((name) => ({ kind: "product" as const, name })),
    ...people.map(({ name }) => ({ kind: "contactPerson" as const, name })),
  ];
}

function undated(will: Customer["will"]): Customer["will"] {
  return will && { ...will, on: "" };
}
