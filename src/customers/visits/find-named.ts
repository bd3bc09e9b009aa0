import { type Finder, findCustomer } from "../line/find-customer.ts";
import { tokensOf } from "../line/tokens.ts";

/** Whom a few words name. */
export type NamedCustomer =
  | { readonly kind: "one"; readonly id: string }
  /** The best first. One alone is a guess: it is asked whether it was meant. */
  | { readonly kind: "ask"; readonly ids: readonly string[] }
  | { readonly kind: "nobody" };

/** The customer of words in which nothing else is said: "Virtasen konepajalle". */
export function findNamed(words: string, finder: Finder): NamedCustomer {
  const tokens = tokensOf(words);
  const found = findCustomer(tokens, 0, tokens.length, finder);
  const [first, ...others] = found?.ids ?? [];
  if (!found || first === undefined) return { kind: "nobody" };
  return found.sure && others.length === 0 ? { kind: "one", id: first } : { kind: "ask", ids: found.ids };
}
