import type { ContextBlock, PlainTextElement, RichTextBlock, RichTextElement, RichTextSection } from "@slack/types";
import { shorten } from "../../../../message/shorten.ts";
import { SLACK_LIMITS } from "../slack-limits.ts";

/**
 * What people wrote is never put into mrkdwn: Slack has no way to escape its `*`, `_`, `~` and backticks there. It is drawn as plain_text without emoji
 * codes or as text runs of rich_text, which know no markup, links or mentions at all, so it needs no escaping either.
 */
export function plain(text: string, most: number): PlainTextElement {
  const shown = shorten(text, most);
  return { type: "plain_text", text: shown.trim() === "" ? "–" : shown, emoji: false };
}

/** Text with nothing of its own to say is left out: Slack refuses empty runs. */
export function run(
  text: string,
  style?: { readonly bold?: true; readonly italic?: true },
): readonly RichTextElement[] {
  return text === "" ? [] : [{ type: "text", text, ...(style ? { style } : {}) }];
}

/** One line of runs each; undefined when none of them says anything. */
export function richText(lines: readonly (readonly RichTextElement[])[]): readonly RichTextBlock[] {
  const sections = lines.filter(saysSomething).map(
    (line): RichTextSection => ({
      type: "rich_text_section",
      elements: [...line],
    }),
  );
  return sections.length === 0 ? [] : [{ type: "rich_text", elements: sections }];
}

function saysSomething(line: readonly RichTextElement[]): boolean {
  return line.some((element) => element.type !== "text" || element.text.trim() !== "");
}

/** Small and grey, under what it belongs to. */
export function quietLine(text: string): readonly ContextBlock[] {
  return text.trim() === "" ? [] : [{ type: "context", elements: [plain(text, SLACK_LIMITS.contextText)] }];
}

/** The characters that Slack reads as control in `text` ("Formatting message text", Escaping), made to mean themselves. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A message's top-level text, read by screen readers and shown in notifications: escaped, and short enough to be edited. */
export function topLevelText(text: string): string {
  let most: number = SLACK_LIMITS.messageText;
  let escaped = escapeText(shorten(text, most));
  while (escaped.length > SLACK_LIMITS.messageText) {
    most -= Math.ceil((escaped.length - SLACK_LIMITS.messageText) / "&amp;".length);
    escaped = escapeText(shorten(text, most));
  }
  return escaped;
}
