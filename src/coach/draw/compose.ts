import type { Block, DescribedOption, Message, Option, Span, Words } from "../../message/message.ts";
import type { Language } from "../../text/text.ts";
import { type Action, actionText } from "../action.ts";

/** A message of these blocks; its text is what the blocks say, a line each, for notifications and screen readers. Blocks left undefined fall away. */
export function messageOf(language: Language, blocks: readonly (Block | undefined)[]): Message {
  const kept = blocks.filter((block): block is Block => block !== undefined && !isEmpty(block));
  const text = kept.flatMap((block) => linesOf(block)).join("\n");
  return { text, blocks: kept, language };
}

export function heading(text: string): Block {
  return { kind: "heading", text };
}

export function paragraph(words: Words | undefined): Block | undefined {
  return words === undefined || words.length === 0 ? undefined : { kind: "paragraph", words };
}

export function quiet(words: Words | undefined): Block | undefined {
  return words === undefined || words.length === 0 ? undefined : { kind: "paragraph", words, tone: "quiet" };
}

export function strong(text: string): Span {
  return { kind: "strong", text };
}

export function button(label: string, action: Action, how: Pick<Option, "primary" | "opensForm"> = {}): Option {
  return { label, action: actionText(action), ...how };
}

/** Buttons and, behind the menu called `moreLabel`, what is needed seldom. */
export function choices(
  options: readonly (Option | undefined)[],
  more: readonly (Option | undefined)[] = [],
  moreLabel?: string,
): Block | undefined {
  const [shown, hidden] = [options.filter(isOption), more.filter(isOption)];
  if (shown.length === 0 && hidden.length === 0) return undefined;
  return {
    kind: "choices",
    options: shown,
    ...(hidden.length > 0 ? { more: hidden } : {}),
    ...(hidden.length > 0 && moreLabel !== undefined ? { moreLabel } : {}),
  };
}

export function rows(options: readonly DescribedOption[]): Block | undefined {
  return options.length === 0 ? undefined : { kind: "levels", options };
}

/** Words as one plain text. */
export function plainText(words: Words): string {
  return typeof words === "string"
    ? words
    : words.map((span) => (typeof span === "string" ? span : span.text)).join("");
}

function isOption(option: Option | undefined): option is Option {
  return option !== undefined;
}

function isEmpty(block: Block): boolean {
  return block.kind === "facts" && block.facts.length === 0;
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [plainText(block.words)];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case "choices":
      return block.options.length === 0 ? [] : [block.options.map(({ label }) => `[${label}]`).join(" ")];
    case "levels":
      return block.options.map(({ mark, description, sign }) => [mark, description, sign ?? ""].join(" ").trim());
    case "form":
      return [
        ...block.form.fields.map((field) => (field.kind === "note" ? field.text : field.label)),
        `[${block.form.submit}]`,
      ];
    case "progress":
      return [block.label];
    case "picture":
      return [block.alt];
    case "file":
      return [block.name];
    case "table":
      return [block.caption, block.columns.join(" | "), ...block.rows.map((row) => row.join(" | "))];
    default:
      return block satisfies never;
  }
}
