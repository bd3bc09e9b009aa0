import { fold } from "./normalise.ts";

/** Words around an answer that do not change it. Folded. */
const FILLERS = new Set(
  (
    "kai kaiketi varmaan varmaankin ehka luultavasti taitaa olla olisi on se ollaan ollaankin olemme olen me ma mina teilla meilla sanoisin sanon vastaan " +
    "vastaus vastaukseni taso tasolla tasoa tason numero nro nr vaihtoehto vaihtoehdon kohta kohdassa valitsen otan ihan just nyt no niin joo siis tuo tama " +
    "edelleen sittenkin kuitenkin oikeastaan noin viela mun meidan mielesta minusta musta arvio " +
    "level option number answer choose choosing maybe probably perhaps i we think guess would say id i'd it is it's its that's the at on a about for me us our my pick " +
    "im i'm were we're are"
  ).split(" "),
);

/** Words that turn an answer round: with one of them nothing is taken for sure. Folded. */
const NEGATIONS = new Set(
  "en ei et emme eivat eika enka emma not no never don't dont isn't neither nor ilman without paitsi except".split(" "),
);

export function isFiller(word: string): boolean {
  return FILLERS.has(fold(word));
}

export function hasNegation(words: readonly string[]): boolean {
  return words.some((word) => NEGATIONS.has(fold(word)));
}
