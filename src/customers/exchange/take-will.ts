import { fold, normalise } from "../../flow/reading/plain/normalise.ts";
import { LANGUAGES, type Language, words } from "../../text/text.ts";
import { type Will, willSchema } from "../customer.ts";
import { type Take, tell } from "./gathering.ts";

const { importance: importances, will: wills } = willSchema.shape;

/** What the co-operation means to a customer, and whether it is wanted; "" where nobody has said. */
export function willText(will: Pick<Will, "importance" | "will"> | null, language: Language): string {
  if (will === null) return "";
  const say = words(language);
  return `${say(`customers.importance.${will.importance}`)}, ${say(`customers.willState.${will.will}`)}`;
}

/** Reads what `willText` says, in either language. */
export const takeWill: Take = (row, said, _, { today: on }) => {
  const plain = fold(normalise(said));
  const all = importances.options.flatMap((importance) => wills.options.map((will) => ({ importance, will, on })));
  const found = all.find((one) => LANGUAGES.some((language) => fold(normalise(willText(one, language))) === plain));
  if (found) row.content.will = found;
  else tell(row, "not-a-will", "will", said);
};
