import type { Customer } from "../customer.ts";

/** The six states of a relationship: what it means to the customer × whether the customer wants it (CONTENT.md, `will-importance`). */
export type CustomerState = "developing" | "unredeemed" | "content" | "hoping" | "reliable" | "drudgery";

const STATES: {
  readonly [importance in NonNullable<Customer["will"]>["importance"]]: {
    readonly [will in NonNullable<Customer["will"]>["will"]]: CustomerState;
  };
} = {
  opportunity: { wanted: "developing", doubted: "unredeemed" },
  necessary: { wanted: "content", doubted: "hoping" },
  "no-difference": { wanted: "reliable", doubted: "drudgery" },
};

export function stateOf({
  importance,
  will,
}: Pick<NonNullable<Customer["will"]>, "importance" | "will">): CustomerState {
  return STATES[importance][will];
}
