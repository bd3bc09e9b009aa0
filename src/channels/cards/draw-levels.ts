import type { DescribedOption } from "../../message/message.ts";
import { type Language, words } from "../../text/text.ts";
import type { CardElement, Container } from "./adaptive-card.ts";
import { drawAction } from "./draw-actions.ts";
import { textBlock } from "./draw-words.ts";

/** A finger's width: WCAG 2.5.5 and both phone platforms' guides ask for 44 px. */
const TAP_HEIGHT = "44px";

/** Described choices as rows that can be tapped anywhere; what a screen reader says of the row is the mark, the label and the description. */
export function drawLevels(options: readonly DescribedOption[], language: Language): readonly Container[] {
  return options.map((option, index) => ({
    type: "Container",
    spacing: index === 0 ? "medium" : "small",
    style: option.chosen ? "accent" : "emphasis",
    minHeight: TAP_HEIGHT,
    verticalContentAlignment: "center",
    selectAction: { ...drawAction({ ...option, primary: false }), title: spoken(option, language) },
    items: [
      {
        type: "ColumnSet",
        columns: [
          {
            type: "Column",
            width: "40px",
            items: [textBlock(option.chosen ? `✓ ${option.mark}` : option.mark, { size: "medium", weight: "bolder" })],
          },
          { type: "Column", width: "stretch", items: describe(option) },
        ],
      },
    ],
  }));
}

function describe(option: DescribedOption): readonly CardElement[] {
  const description = textBlock(option.description, { weight: "bolder" });
  return option.sign === undefined
    ? [description]
    : [description, { ...textBlock(option.sign, { isSubtle: true }), spacing: "none" }];
}

function spoken(option: DescribedOption, language: Language): string {
  const mark = option.label.startsWith(option.mark) ? option.label : `${option.mark} ${option.label}`;
  const chosen = option.chosen ? words(language)("web.cards.chosen") : "";
  const description = option.description === option.label ? "" : option.description;
  const parts = [chosen, mark, description, option.sign ?? ""].filter((part) => part !== "");
  return parts.join(". ").replaceAll("..", ".");
}
