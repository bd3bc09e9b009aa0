import { LONGEST } from "../../../customers/customer.ts";
import { likeliest } from "../../../customers/search/likeliest.ts";
import type { Turn } from "../../turn.ts";
import { calledApart } from "../called-apart.ts";

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
  const meant = likeliest(
    [first, ...more].flatMap((id) => entries.get(id) ?? []),
    name,
  );
  const [only] = meant;
  if (only && meant.length === 1) return { kind: "known", customer: only._id };
  const names = calledApart(meant.slice(0, MOST_NAMED), {
    directory: turn.directory,
    language: turn.person.language,
    length: 60,
  });
  return { kind: "refused", reason: turn.say("contacts.refused.several", { names: names.join(" · ") }) };
}
