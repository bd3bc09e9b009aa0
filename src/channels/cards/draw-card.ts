import type { Chart } from "../../message/chart.ts";
import type { FormValues } from "../../message/form.ts";
import type { Block, Message } from "../../message/message.ts";
import { shorten } from "../../message/shorten.ts";
import type { AdaptiveCard, CardElement, TextRun } from "./adaptive-card.ts";
import { drawChoices } from "./draw-actions.ts";
import { drawFacts } from "./draw-facts.ts";
import { drawFormElements } from "./draw-form.ts";
import { drawLevels } from "./draw-levels.ts";
import { drawTable } from "./draw-table.ts";
import { drawHeading, drawWords, literal, type WriteMention } from "./draw-words.ts";

export interface CardDrawing {
  /** Where the client fetches a picture; the channel makes it from the chart (drawn later, or already). */
  readonly pictureUrl: (chart: Chart) => string;
  /** Where the client fetches a file; left out where the channel gives it in another way. */
  readonly fileUrl?: (file: string) => string;
  /** Left out, a mention is drawn as a strong @name. */
  readonly mentions?: WriteMention;
  /** For a form in the message that came back with mistakes. */
  readonly mistakes?: { readonly [field: string]: string };
  readonly values?: FormValues;
}

/** What is said of a card as a whole: enough for a notice, not the whole result a second time. */
const SPOKEN = 600;

/** A message as an Adaptive Card 1.5. Pure; what people wrote is literal text on every client. */
export function drawCard(message: Message, drawing: CardDrawing): AdaptiveCard {
  const spoken = shorten(message.text, SPOKEN);
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: message.language,
    fallbackText: spoken,
    speak: spoken,
    body: message.blocks.flatMap((block) => drawBlock(block, message, drawing)),
  };
}

function drawFile(
  { name, label, note }: Extract<Block, { kind: "file" }>,
  url: string | undefined,
): readonly CardElement[] {
  if (url === undefined) return [{ type: "RichTextBlock", inlines: literal(name, { isSubtle: true }) }];
  const link: TextRun = {
    type: "TextRun",
    text: label,
    color: "accent",
    selectAction: { type: "Action.OpenUrl", url },
  };
  return [
    { type: "RichTextBlock", inlines: [link, ...literal(` (${name})`, {})] },
    { type: "RichTextBlock", inlines: literal(note, { isSubtle: true }) },
  ];
}

function drawBlock(block: Block, message: Message, drawing: CardDrawing): readonly CardElement[] {
  switch (block.kind) {
    case "heading":
      return [drawHeading(block.text)];
    case "paragraph":
      return [drawWords(block.words, block.tone === "quiet" ? { isSubtle: true } : {}, drawing.mentions)];
    case "facts":
      return drawFacts(block.facts);
    case "choices":
      return [drawChoices(block.options, block.more ?? [])];
    case "levels":
      return drawLevels(block.options, message.language);
    case "form": {
      const { mistakes, values } = drawing;
      const fields = { language: message.language, ...(mistakes ? { mistakes } : {}), ...(values ? { values } : {}) };
      return drawFormElements(block.form, fields);
    }
    case "progress":
      return [{ type: "RichTextBlock", inlines: literal(block.label, { isSubtle: true }) }];
    case "picture":
      return [{ type: "Image", url: drawing.pictureUrl(block.chart), altText: block.alt, size: "stretch" }];
    case "file":
      return drawFile(block, drawing.fileUrl?.(block.file));
    case "table":
      return drawTable(block);
    default:
      return block satisfies never;
  }
}
