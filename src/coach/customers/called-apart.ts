import type { Customer } from "../../customers/customer.ts";
import { nameKey } from "../../customers/search/name-key.ts";
import type { Directory } from "../../people/directory.ts";
import { type Language, words } from "../../text/text.ts";
import { personName } from "../draw/naming.ts";
import { shorten } from "../draw/shorten.ts";

/** What a choice between customers shows of each. */
export type Called = Pick<Customer, "_id" | "name" | "town" | "businessId" | "person" | "kept">;

/** What each of these is called beside the others, in so many letters: with its town, and of one name and town with what else tells it apart. */
export function calledApart(
  all: readonly Called[],
  {
    directory,
    language,
    length,
  }: { readonly directory: Directory; readonly language: Language; readonly length: number },
): readonly string[] {
  const say = words(language);
  const placeOf = ({ name, town }: Called) => `${nameKey(name)}, ${nameKey(town)}`;
  return all.map((one) => {
    const alike = all.filter((other) => placeOf(other) === placeOf(one));
    const differs = (field: "businessId" | "person" | "kept") => alike.some((other) => other[field] !== one[field]);
    const details = [
      one.town,
      differs("kept") && !one.kept ? say("customers.list.isEnded") : "",
      differs("businessId") ? one.businessId : "",
      differs("person") && one.person !== null ? personName(directory, one.person, language) : "",
    ].filter((part) => part !== "");
    const told = shorten(details.join(", "), length - 12);
    return told === "" ? shorten(one.name, length) : `${shorten(one.name, length - told.length - 2)}, ${told}`;
  });
}
