import { namesOf } from "../../flow/reading/choices/option-names.ts";
import { splitList } from "../../flow/reading/choices/split-list.ts";
import { matchName } from "../../flow/reading/plain/match-name.ts";
import { fold, normalise } from "../../flow/reading/plain/normalise.ts";
import { MOST_CANDIDATES } from "../../flow/reading/reading.ts";
import type { Person } from "../../people/records.ts";

export type OwnersRead =
  | { readonly kind: "owners"; readonly owners: readonly string[] }
  /** One of these was meant, or perhaps the one. */
  | { readonly kind: "unclear"; readonly people: readonly string[] }
  | { readonly kind: "none" };

interface Team {
  /** Who can be named, and who speaks: "minä". */
  readonly people: readonly Person[];
  readonly me: string;
}

const MYSELF = /^(?:minä|mä|minulle|mulle|itse|me|myself|i)$/u;
const DOES = /\s+(?:hoitaa|tekee|vastaa|ottaa|does it|does|takes it|takes|owns it|owns|will do it)$/u;
/** A name is short; a sentence that happens to begin like one is not a name. */
const LONGEST = 60;

/** Reads people by name: whole, in part, or inflected ("Sadulle"). Letters that had to be changed are asked about. */
export function readOwners(text: string, { people, me }: Team): OwnersRead {
  if (text.length > LONGEST) return { kind: "none" };
  const list = namesOf(people.map(({ _id, name }) => ({ id: _id, name })));
  const items = splitList(text.replace(/^@/u, ""), list);
  const owners: string[] = [];
  for (const item of items) {
    const plain = normalise(item).replace(DOES, "");
    if (plain.length < 2 || plain.split(" ").length > 4) return { kind: "none" };
    if (MYSELF.test(plain)) {
      owners.push(me);
      continue;
    }
    const match = matchName(plain, list);
    const found = indexesOf(match).flatMap((index) => people[index]?._id ?? []);
    const [first] = found;
    if (first !== undefined && found.length === 1 && match.kind === "one" && !match.typo) owners.push(first);
    else if (found.length > 0 && items.length === 1 && /^\p{Lu}/u.test(item.trim()))
      return { kind: "unclear", people: found.slice(0, MOST_CANDIDATES) };
    else return { kind: "none" };
  }
  return owners.length === 0 ? { kind: "none" } : { kind: "owners", owners: [...new Set(owners)] };
}

/** Who is called exactly so, by one word of their name: "… Satu" at the end of a sentence, and never "… Sadulle", who may be a customer. */
export function calledExactly(word: string, people: readonly Person[]): string | undefined {
  const typed = fold(normalise(word));
  const found = people.filter(({ name }) => fold(normalise(name)).split(" ")[0] === typed);
  return /^\p{Lu}/u.test(word) && found.length === 1 ? found[0]?._id : undefined;
}

function indexesOf(match: ReturnType<typeof matchName>): readonly number[] {
  if (match.kind === "one") return [match.index];
  return match.kind === "several" ? match.indexes : [];
}
