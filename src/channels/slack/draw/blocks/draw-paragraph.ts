import type { KnownBlock, RichTextElement } from "@slack/types";
import type { Span, Words } from "../../../../message/message.ts";
import { phoneLink } from "../../../../message/phone-link.ts";
import { shorten } from "../../../../message/shorten.ts";
import type { Mention } from "../drawing.ts";
import { SLACK_LIMITS } from "../slack-limits.ts";
import { quietLine, richText, run } from "./text-objects.ts";

/**
 * A paragraph of at most `room` characters. A quiet one is a context line, whose plain text knows no styles; where it mentions someone who must act, or
 * is too long for such a line, it is drawn as any other.
 */
export function drawParagraph(
  words: Words,
  quiet: boolean,
  { mention, room }: { readonly mention: Mention; readonly room: number },
): readonly KnownBlock[] {
  const spans = cut(typeof words === "string" ? [words] : words, room);
  const text = spans.map(textOf).join("");
  const mentions = spans.some((span) => typeof span !== "string" && span.kind === "mention" && mention(span.person));
  if (quiet && !mentions && text.length <= SLACK_LIMITS.contextText) return quietLine(text);
  return richText([spans.flatMap((span) => drawSpan(span, mention))]);
}

function textOf(span: Span): string {
  return typeof span === "string" ? span : span.text;
}

/** The spans that fit, the last one shortened where it ends. */
function cut(spans: readonly Span[], room: number): readonly Span[] {
  const kept: Span[] = [];
  let left = room;
  for (const span of spans) {
    const text = textOf(span);
    if (text.length <= left) kept.push(span);
    else if (left > 0)
      kept.push(typeof span === "string" ? shorten(text, left) : { ...span, text: shorten(text, left) });
    left -= text.length;
    if (left < 0) return kept;
  }
  return kept;
}

function drawSpan(span: Span, mention: Mention): readonly RichTextElement[] {
  if (typeof span === "string") return run(span);
  switch (span.kind) {
    case "strong":
      return run(span.text, { bold: true });
    case "emphasis":
      return run(span.text, { italic: true });
    case "phone": {
      const url = phoneLink(span.text);
      return url === undefined ? run(span.text) : [{ type: "link", url, text: span.text }];
    }
    case "mention": {
      const user = mention(span.person);
      return user === undefined ? run(span.text) : [{ type: "user", user_id: user }];
    }
    default:
      return span satisfies never;
  }
}
