import { fold, normalise } from "../../flow/reading/plain/normalise.ts";

/** Forms of companies: they tell nobody apart. Folded. */
const COMPANY_FORMS: ReadonlySet<string> = new Set(
  "oy oyj ky ay ab abp kb hb tmi t:mi toiminimi osk osuuskunta ry rf saatio ltd limited inc llc plc gmbh ag oü ou as aps".split(
    " ",
  ),
);

/** The words of a name, folded; "Oy:lle" and "ABB:n" without what follows the colon. */
export function wordsOf(text: string): readonly string[] {
  return fold(normalise(text))
    .replace(/(\p{L}):\p{L}{1,4}(?![\p{L}\p{N}])/gu, "$1")
    .replace(/['’.](?=\p{L})/gu, (mark) => (mark === "." ? " " : ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether a word is only the form of a company. */
export function isCompanyForm(word: string): boolean {
  return COMPANY_FORMS.has(word);
}

/** The words that tell a company apart: all of them, where its whole name is such forms. */
export function tellingWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isCompanyForm(word));
  return telling.length === 0 ? words : telling;
}

/** The same for names that differ in capitals, accents, punctuation or the form of the company only. */
export function nameKey(name: string): string {
  return tellingWords(name).join(" ");
}
