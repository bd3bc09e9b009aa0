import type { IMessageActivityInput } from "@microsoft/teams.api";
import type { Chart } from "../../../message/chart.ts";
import type { FormValues } from "../../../message/form.ts";
import type { Block, Message, Span } from "../../../message/message.ts";
import { shorten } from "../../../message/shorten.ts";
import { words } from "../../../text/text.ts";
import { drawCard } from "../../cards/draw-card.ts";
import { forMessage, type MentionEntity, type TeamsCard } from "./for-teams.ts";

const FILE_CONSENT = "application/vnd.microsoft.teams.card.file.consent";
export const CARD = "application/vnd.microsoft.card.adaptive";

/** `summary`, which the SDK's type does not name, is what notices say of a card (Bot Connector, "Activity object"). */
export type MessageToSend = IMessageActivityInput & { readonly summary: string };

/** What of the world a drawing needs: it was all asked before. */
export interface Drawing {
  /** How Teams knows a person; undefined for one who has no account there. */
  readonly userOf: (person: string) => { readonly id: string } | undefined;
  /** Charts as data addresses; one that could not be drawn is missing, and its words stand in its place. */
  readonly pictures: ReadonlyMap<Chart, string>;
  /** For a form in the message that came back with mistakes. */
  readonly mistakes?: { readonly [field: string]: string };
  readonly values?: FormValues;
}

/** Enough for a notice. */
const SUMMARY = 300;

/**
 * A message as Teams takes it. Plain sentences are plain text, as people write it; whatever has a button, a heading or a picture is a card. A card stands
 * without `text`, which Teams would show above it a second time: `summary` is what notices and the chat list say.
 */
export function drawActivity(message: Message, drawing: Drawing): MessageToSend {
  const summary = shorten(message.text, SUMMARY);
  if (isPlain(message)) {
    const { text, mentions } = drawText(message, drawing);
    return {
      type: "message",
      text,
      textFormat: "plain",
      summary,
      ...(mentions.length > 0 ? { entities: mentions.map(asEntity) } : {}),
    };
  }
  const file = message.blocks.find((block) => block.kind === "file");
  if (file?.kind === "file") return { type: "message", summary, ...consentFor(message, file) };
  const content = drawTeamsCard(message, drawing);
  return { type: "message", summary, attachments: [{ contentType: CARD, content }] };
}

/** A file is saved in the OneDrive of whom it is for, after they have said yes (Teams, "Send and receive files"). */
function consentFor(message: Message, file: Extract<Block, { kind: "file" }>) {
  const text = plainWords(message);
  const context = { luotsiFile: file.file };
  const content = {
    description: words(message.language)("exchange.file.asked"),
    sizeInBytes: file.size,
    acceptContext: context,
    declineContext: context,
  };
  const attachment = { contentType: FILE_CONSENT, name: file.name, content };
  return { text, textFormat: "plain" as const, attachments: [attachment] };
}

function plainWords({ blocks }: Message): string {
  return blocks
    .flatMap((block) => (block.kind === "paragraph" ? [spansOf(block.words).map(plainSpan).join("")] : []))
    .join("\n\n");
}

function plainSpan(span: Span): string {
  return typeof span === "string" ? span : span.text;
}

/** The message's card, whether or not it needs one: the answer to a tap is always a card. */
export function drawTeamsCard(message: Message, { userOf, pictures, mistakes, values }: Drawing): TeamsCard {
  const mentions = new Map<string, MentionEntity>();
  const drawable = { ...message, blocks: message.blocks.map((block) => withoutLostPicture(block, pictures)) };
  const card = drawCard(drawable, {
    pictureUrl: (chart) => pictures.get(chart) ?? "",
    mentions: (person, text) => writeMention(userOf(person), text, mentions),
    ...(mistakes ? { mistakes } : {}),
    ...(values ? { values } : {}),
  });
  return forMessage(card, [...mentions.values()]);
}

function withoutLostPicture(block: Block, pictures: ReadonlyMap<Chart, string>): Block {
  return block.kind === "picture" && !pictures.has(block.chart) ? { kind: "paragraph", words: block.alt } : block;
}

function isPlain({ blocks, startsThread }: Message): boolean {
  return (
    startsThread === undefined &&
    blocks.length > 0 &&
    blocks.every(
      (block) => block.kind === "paragraph" && block.tone === undefined && spansOf(block.words).every(isPlainSpan),
    )
  );
}

function isPlainSpan(span: Span): boolean {
  return typeof span === "string" ? !span.includes("<at>") : span.kind === "mention";
}

function spansOf(words: string | readonly Span[]): readonly Span[] {
  return typeof words === "string" ? [words] : words;
}

function drawText({ blocks }: Message, { userOf }: Drawing) {
  const mentions = new Map<string, MentionEntity>();
  const paragraphs = blocks.map((block) =>
    (block.kind === "paragraph" ? spansOf(block.words) : [])
      .map((span) => {
        if (typeof span === "string") return span;
        return span.kind === "mention" ? writeMention(userOf(span.person), span.text, mentions) : span.text;
      })
      .join(""),
  );
  return { text: paragraphs.join("\n\n"), mentions: [...mentions.values()] };
}

/** "<at>Satu</at>" and its entity; who is not on Teams is only named. The name must stand in both alike, so it keeps nothing that means something to either. */
function writeMention(
  user: { readonly id: string } | undefined,
  name: string,
  mentions: Map<string, MentionEntity>,
): string {
  const plain = name.replace(/[<>&*_`[\]\\{}]/g, "").trim();
  if (!user || plain === "") return plain;
  const text = `<at>${plain}</at>`;
  mentions.set(user.id, { type: "mention", text, mentioned: { id: user.id, name: plain } });
  return text;
}

function asEntity({ text, mentioned: { id, name } }: MentionEntity) {
  return { type: "mention" as const, text, mentioned: { id, name, role: "user" as const } };
}
