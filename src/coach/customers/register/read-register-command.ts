import type { GroupedBy } from "./register-actions.ts";

/** What people say about the register of customers. */
export type RegisterCommand =
  | { readonly kind: "list"; readonly of: "all" | "mine" | "ended" }
  | { readonly kind: "groups"; readonly by: GroupedBy }
  /** "asiakas: Virtasen Konepaja", and more of them a line each. */
  | { readonly kind: "add"; readonly text: string }
  | { readonly kind: "new" }
  /** "hae virtanen", "asiakas virtanen" */
  | { readonly kind: "find"; readonly words: string }
  | { readonly kind: "how-to-import" }
  | { readonly kind: "export"; readonly format: "csv" | "xlsx" }
  | { readonly kind: "exports" };

const PHRASES: readonly (readonly [RegisterCommand, readonly string[]])[] = [
  [
    { kind: "list", of: "all" },
    ["asiakkaat", "asiakas", "asiakasrekisteri", "näytä asiakkaat", "kaikki asiakkaat", "customers", "all customers"],
  ],
  [{ kind: "list", of: "mine" }, ["omat asiakkaat", "asiakkaani", "my customers"]],
  [{ kind: "list", of: "ended" }, ["päättyneet asiakkaat", "päättyneet asiakkuudet", "ended customers"]],
  [{ kind: "groups", by: "class" }, ["asiakkaat luokittain", "customers by class"]],
  [{ kind: "groups", by: "field" }, ["asiakkaat kentittäin", "customers by field"]],
  [
    { kind: "groups", by: "person" },
    ["asiakkaat vastuuhenkilöittäin", "asiakkaat myyjittäin", "customers by salesperson", "customers by person"],
  ],
  [
    { kind: "new" },
    [
      "lisää asiakas",
      "uusi asiakas",
      "lisää asiakkaita",
      "add customer",
      "add a customer",
      "new customer",
      "add customers",
    ],
  ],
  [{ kind: "how-to-import" }, ["tuo asiakkaat", "asiakkaiden tuonti", "import customers"]],
  [
    { kind: "export", format: "xlsx" },
    ["vie asiakkaat", "asiakkaat exceliin", "asiakkaat tiedostona", "export customers"],
  ],
  [{ kind: "export", format: "csv" }, ["vie asiakkaat csv", "asiakkaat csv", "export customers csv"]],
  [{ kind: "exports" }, ["asiakkaiden viennit", "viennit", "kuka on vienyt asiakkaat", "exports", "customer exports"]],
];
const BY_PHRASE = new Map(PHRASES.flatMap(([command, phrases]) => phrases.map((phrase) => [phrase, command] as const)));
/** What is taught, to be guessed from a slip of the finger. */
export const registerPhrases: readonly string[] = [...BY_PHRASE.keys()];

const ADD =
  /^\s*(?:\/?luotsi[,:]?\s+)?(?:(?:(?:uusi|lisää)\s+)?asiakas|(?:(?:uudet|lisää)\s+)?asiakkaat|(?:(?:new|add)\s+)?customers?)\s*:\s*(\S[\s\S]*)$/iu;
const FIND =
  /^(?:(?:hae|etsi|näytä|avaa)(?:\s+asiakas)?|asiakas|asiakaskortti|(?:show|open)\s+customer|(?:find|search)(?:\s+customer)?|customer)\s+(.{2,100})$/u;
/** More than this is a file. */
const LONGEST = 40_000;

/** What a whole message asks about the register; `said` is the same in small letters, without the coach's name and the punctuation at its end. */
export function readRegisterCommand(text: string, said: string): RegisterCommand | undefined {
  const added = ADD.exec(text.slice(0, LONGEST))?.[1];
  if (added !== undefined) return { kind: "add", text: added };
  if (/\n/u.test(text.trim())) return undefined;
  const known = BY_PHRASE.get(said);
  if (known) return known;
  const words = FIND.exec(said)?.[1];
  // "Avaa digikypsyys" opens a workbook.
  if (words === undefined || /^(?:avaa|näytä)\s+(?!asiakas)/u.test(said)) return undefined;
  return { kind: "find", words };
}
