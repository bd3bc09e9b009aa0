import { z } from "zod";
import { contactTells } from "./contacts/contact-tells.ts";
import { deviationTells } from "./deviations/deviation-tells.ts";
import { handoverTells } from "./handover/handover-tells.ts";
import { registerTells } from "./register/register-tells.ts";
import { savingTells } from "./saving/saving-tells.ts";
import { visitTells } from "./visits/visit-tells.ts";

/** What the coach has to tell of customers: each part of the room adds its own here. None of them names a round. */
export const customerTells = [
  ...contactTells,
  ...registerTells,
  ...deviationTells,
  ...handoverTells,
  ...visitTells,
  ...savingTells,
] as const;
const customerTellsSchema = z.discriminatedUnion("kind", customerTells);
export type CustomerTell = z.infer<typeof customerTellsSchema>;

const KINDS: ReadonlySet<string> = new Set(customerTells.map(({ shape }) => shape.kind.value));

/** Whether a tell is about customers. */
export function isCustomerTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, CustomerTell> {
  return KINDS.has(tell.kind);
}
