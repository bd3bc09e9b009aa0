import { type Finder, type NamedAt, namedAt } from "./find-customer.ts";
import { POSTPOSITIONS } from "./said-contact.ts";
import { type Span, type Token, textOf } from "./tokens.ts";
import { findVerb, type Verb } from "./verbs.ts";

const CONNECTORS: ReadonlySet<string> = new Set(["ja", "seka", "and", "&", "+"]);

/** Other customers of whom the same is told: "virtaselle ja lehtoselle", "virtaselle, lehtoselle", "…, kävin lehtosella". */
export function otherCustomers(
  tokens: readonly Token[],
  verb: Verb,
  first: NamedAt,
  finder: Finder,
): readonly NamedAt[] {
  const found: NamedAt[] = [];
  const isOther = (one: NamedAt) => ![first, ...found].some(({ ids }) => ids.some((id) => one.ids.includes(id)));
  let end = first.at + first.length;
  for (;;) {
    while (POSTPOSITIONS.has(tokens[end]?.word ?? "")) end += 1;
    const joins = CONNECTORS.has(tokens[end]?.word ?? "");
    const at = joins ? end + 1 : end;
    const isListed = joins || tokens[end - 1]?.endsClause === true;
    const next = isListed ? namedAt(tokens, at, tokens.length, finder) : undefined;
    if (!next || !isOther(next) || (!joins && !standsAlone(tokens, next))) break;
    found.push(next);
    end = next.at + next.length;
  }
  const again = findVerb(tokens, Math.max(end, verb.at + verb.length), tokens.length);
  const told = again && namedAt(tokens, again.at + again.length, tokens.length, finder);
  if (told && isOther(told)) found.push(told);
  return found;
}

/** Nothing but the name stands between two commas, or before a joining word. */
function standsAlone(tokens: readonly Token[], { at, length }: Span): boolean {
  const end = at + length;
  return end >= tokens.length || tokens[end - 1]?.endsClause === true || CONNECTORS.has(tokens[end]?.word ?? "");
}

/** How a line of its own begins for each. */
export function beginningsOf(tokens: readonly Token[], verb: Verb, customers: readonly Span[]): readonly string[] {
  return customers.map(({ at, length }) => {
    const own = findVerb(tokens, Math.max(0, at - 3), at) ?? verb;
    const said = [tokens.slice(own.at, own.at + own.length), tokens.slice(at, at + length)];
    return said.map(textOf).join(" ");
  });
}
