import type { CardElement } from "./adaptive-card.ts";
import { textBlock } from "./draw-words.ts";
import { LETTERS_ACROSS, longestWord } from "./letters.ts";

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The label's share of the width where its words are short, and the letters that a value keeps where they are long. */
const LABEL_SHARE = 0.4;
const VALUE_LETTERS = 12;

/**
 * Labels and values beside each other. A FactSet would read the value as Markdown (Teams, "Format cards"), so a fact is two columns of literal text;
 * all facts of a list share their widths, and the longest word of a label has its room.
 */
export function drawFacts(facts: readonly Fact[]): readonly CardElement[] {
  const wanted = longestWord(facts.map(({ label }) => label));
  const label = Math.round(Math.min(Math.max(wanted, LETTERS_ACROSS * LABEL_SHARE), LETTERS_ACROSS - VALUE_LETTERS));
  return facts.map((fact, index) => ({
    type: "ColumnSet",
    spacing: index === 0 ? "medium" : "small",
    columns: [
      { type: "Column", width: label, items: [textBlock(fact.label, { weight: "bolder" })] },
      { type: "Column", width: LETTERS_ACROSS - label, items: [textBlock(fact.value)] },
    ],
  }));
}
