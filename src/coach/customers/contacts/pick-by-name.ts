import { LONGEST } from "../../../customers/customer.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Turn } from "../../turn.ts";

export type Picked =
  | { readonly kind: "known"; readonly customer: string }
  /** Nobody is called so. */
  | { readonly kind: "unknown"; readonly name: string }
  | { readonly kind: "refused"; readonly reason: string };

const MOST_NAMED = 4;

/** The customer who is called so, in whatever case; several or a near spelling are told back, to be written more exactly. */
export async function pickByName(turn: Turn, typed: string): Promise<Picked> {
  const name = typed.replace(/\s+/gu, " ").trim();
  if (name === "") return { kind: "refused", reason: turn.say("contacts.refused.name") };
  if (name.length > LONGEST.name) return { kind: "refused", reason: turn.say("turn.tooLong", { count: LONGEST.name }) };
  const { index, entries } = await turn.ports.registers.of(turn.incoming.company);
  const found = index.search(name);
  const [first, ...more] = found?.ids ?? [];
  if (found === undefined || first === undefined || found.how === "typo" || found.how === "beginning")
    return { kind: "unknown", name };
  if (more.length === 0) return { kind: "known", customer: first };
  const names = [first, ...more].slice(0, MOST_NAMED).flatMap((id) => entries.get(id)?.name ?? []);
  const listed = names.map((known) => shorten(known, 40)).join(" · ");
  return { kind: "refused", reason: turn.say("contacts.refused.several", { names: listed }) };
}
