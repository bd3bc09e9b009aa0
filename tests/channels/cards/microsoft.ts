import { createRequire } from "node:module";
import type { AdaptiveCard, CardElement } from "../../../src/channels/cards/adaptive-card.ts";

// The package's ES modules import without file endings, which Node does not follow; its bundle runs without a page.
const microsoft: typeof import("adaptivecards") = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

/** Left out by Microsoft's serializer: the defaults, and what it reads without keeping. */
const NOT_KEPT = new Set([
  "$.$schema",
  "isRequired=false",
  "isMultiSelect=false",
  "isMultiline=false",
  "separator=false",
  "associatedInputs=auto",
  "style=compact",
  "showGridLines=true",
  "firstRowAsHeader=true",
]);

/** What Microsoft's own parser of Adaptive Cards 1.5 does not know in a card: an unknown element, property or value, one line each. */
export function unknownToMicrosoft(card: AdaptiveCard): readonly string[] {
  const context = new microsoft.SerializationContext(microsoft.Versions.v1_5);
  const parsed = new microsoft.AdaptiveCard();
  // Its check of `lang` keeps a place between cards (a global regular expression), so it refuses every other one, whatever it is.
  const sent: unknown = JSON.parse(JSON.stringify({ ...card, lang: undefined }));
  parsed.parse(sent, context);
  const problems = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const kept: unknown = parsed.toJSON(new microsoft.SerializationContext(microsoft.Versions.v1_5));
  return [...problems, ...missing(sent, kept, "$")];
}

function missing(sent: unknown, kept: unknown, path: string): readonly string[] {
  if (typeof sent !== "object" || sent === null) {
    const name = path.slice(path.lastIndexOf(".") + 1);
    return String(sent).toLowerCase() === String(kept).toLowerCase() ||
      NOT_KEPT.has(path) ||
      NOT_KEPT.has(`${name}=${sent}`)
      ? []
      : [`${path} ${String(sent)}`];
  }
  return Object.entries(sent).flatMap(([key, value]) => {
    // Acted on while parsing, not written out again.
    if (key === "fallback") return [];
    const inKept: unknown = typeof kept === "object" && kept !== null ? Reflect.get(kept, key) : undefined;
    return missing(value, inKept, `${path}.${key}`);
  });
}

/** Every element of a card, those inside others too. */
export function elementsOf(elements: readonly CardElement[]): readonly CardElement[] {
  return elements.flatMap((element): readonly CardElement[] => {
    switch (element.type) {
      case "Container":
        return [element, ...elementsOf(element.items)];
      case "ColumnSet":
        return [element, ...elementsOf(element.columns.flatMap((column) => column.items))];
      case "Table":
        return [
          element,
          ...elementsOf(element.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items))),
          ...elementsOf([element.fallback]),
        ];
      default:
        return [element];
    }
  });
}

/** The literal text of a card's runs, in order, one text a block. */
export function runsOf(card: AdaptiveCard): readonly string[] {
  return elementsOf(card.body).flatMap((element) =>
    element.type === "RichTextBlock" ? [element.inlines.map((run) => run.text).join("")] : [],
  );
}
