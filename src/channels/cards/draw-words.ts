import type { Span, Words } from "../../message/message.ts";
import { phoneLink } from "../../message/phone-link.ts";
import type { CardElement, TextBlock, TextRun } from "./adaptive-card.ts";

/** What a channel writes for a person who must act, inside Markdown: `<at>Satu</at>` on Teams, with the entity sent beside the card. */
export type WriteMention = (person: string, text: string) => string;

type RunStyle = Omit<TextRun, "type" | "text">;

/**
 * Text as it is. A TextRun has no Markdown on any client, so runs need no escaping; only `{{DATE(…)}}` and `{{TIME(…)}}` are formatted in them
 * (Adaptive Cards, "Text features"), so a run never holds both braces.
 */
export function literal(text: string, style: RunStyle = {}): readonly TextRun[] {
  return text.split(/(?<=\{)(?=\{)/).map((part) => ({ type: "TextRun", text: part, ...style }));
}

/** Text as a block of its own; "" still takes its place, since a block without runs is invalid. */
export function textBlock(text: string, style: RunStyle = {}): CardElement {
  return { type: "RichTextBlock", inlines: literal(text, style) };
}

/** A paragraph; drawn as escaped Markdown only where it holds a mention that the channel writes, which TextRuns cannot carry. */
export function drawWords(words: Words, style: RunStyle, writeMention?: WriteMention): CardElement {
  const spans: readonly Span[] = typeof words === "string" ? [words] : words;
  if (writeMention && spans.some((span) => typeof span !== "string" && span.kind === "mention")) {
    const text = spans.map((span) => markdownOf(span, writeMention)).join("");
    return { type: "TextBlock", wrap: true, text, ...(style.isSubtle ? { isSubtle: true } : {}) };
  }
  return { type: "RichTextBlock", inlines: spans.flatMap((span) => runsOf(span, style)) };
}

function runsOf(span: Span, style: RunStyle): readonly TextRun[] {
  if (typeof span === "string") return literal(span, style);
  switch (span.kind) {
    case "strong":
      return literal(span.text, { ...style, weight: "bolder" });
    case "emphasis":
      return literal(span.text, { ...style, italic: true });
    case "mention":
      return literal(`@${span.text}`, { ...style, weight: "bolder" });
    case "phone":
      return literal(span.text, calling(span.text, style));
    default:
      return span satisfies never;
  }
}

function calling(number: string, style: RunStyle): RunStyle {
  const url = phoneLink(number);
  return url === undefined ? style : { ...style, selectAction: { type: "Action.OpenUrl", url } };
}

function markdownOf(span: Span, writeMention: WriteMention): string {
  if (typeof span === "string") return escapeMarkdown(span);
  switch (span.kind) {
    case "strong":
      return marked(span.text, "**");
    case "emphasis":
      return marked(span.text, "_");
    case "mention":
      return writeMention(span.person, span.text);
    case "phone": {
      const url = phoneLink(span.text);
      return url === undefined ? escapeMarkdown(span.text) : `[${escapeMarkdown(span.text)}](${url})`;
    }
    default:
      return span satisfies never;
  }
}

/** Marks close only on a letter, so that spaces at the ends stand outside them (CommonMark, "Emphasis and strong emphasis"). */
function marked(text: string, mark: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner === "" ? text : `${before}${mark}${escapeMarkdown(inner)}${mark}${after}`;
}

/** Every character that means something to Markdown, HTML or the card's own formatting, made to mean itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]()#+\-.!|~:]/g, "\\$&");
}

/** Letters, numbers and everyday punctuation; not something that Markdown takes for a list. */
const PLAIN = /^[\p{L}\p{M}\p{N}\p{Zs},.:;!?%€'’”"/()–—-]+$/u;
const LIST = /^\s*(\d+[.)]|[-–])(\s|$)/;

/** A heading that screen readers know as one; text that Markdown could read otherwise is drawn literally, and only looks like one. */
export function drawHeading(text: string): TextBlock | CardElement {
  return PLAIN.test(text) && !LIST.test(text)
    ? { type: "TextBlock", text, wrap: true, style: "heading", size: "medium", weight: "bolder" }
    : textBlock(text, { size: "medium", weight: "bolder" });
}
