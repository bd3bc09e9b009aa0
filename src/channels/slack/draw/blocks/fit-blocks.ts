import type { KnownBlock } from "@slack/types";
import { type Language, words } from "../../../../text/text.ts";
import { SLACK_LIMITS, WEIGHTS } from "../slack-limits.ts";
import { quietLine } from "./text-objects.ts";

export interface Surface {
  readonly blocks: number;
  readonly weight: number;
}

export const MESSAGE: Surface = { blocks: SLACK_LIMITS.blocksInMessage, weight: SLACK_LIMITS.messageWeight };
/** Slack counts a view's blocks, not their text; ours, so that a Home opens on a phone. */
export const HOME_VIEW: Surface = { blocks: SLACK_LIMITS.blocksInView, weight: 3 * SLACK_LIMITS.messageWeight };

/** How long one paragraph, fact list or table may be, from as it is to a line. */
const ROOMS: readonly number[] = [Number.MAX_SAFE_INTEGER, 4000, 2000, 1000, 500, 250, 120, 60];

/**
 * What `draw` makes, within what the surface takes. As it is where that fits; else texts are drawn into fewer blocks, then each is given less room; at last
 * what can be tapped stays, texts go, and a line says so.
 */
export function fitBlocks(
  draw: (room: number) => readonly KnownBlock[],
  surface: Surface,
  language: Language,
): readonly KnownBlock[] {
  for (const room of ROOMS) {
    const blocks = draw(room);
    if (fits(blocks, surface)) return blocks;
    const joined = joinTexts(blocks);
    if (fits(joined, surface)) return joined;
  }
  return keepWhatActs(joinTexts(draw(ROOMS.at(-1) ?? 0)), surface, language);
}

function fits(blocks: readonly KnownBlock[], { blocks: most, weight }: Surface): boolean {
  return blocks.length <= most && weighAll(blocks) <= weight;
}

function weighAll(blocks: readonly KnownBlock[]): number {
  return blocks.reduce((sum, block) => sum + weigh(block), 0);
}

/** What a block counts for in SLACK_LIMITS.messageWeight. */
export function weigh(block: KnownBlock): number {
  return WEIGHTS.block - WEIGHTS.part + weighPart(block);
}

function weighPart(part: object): number {
  let sum: number = WEIGHTS.part;
  if (Array.isArray(part)) {
    for (const member of part) if (typeof member === "object" && member !== null) sum += weighPart(member);
    return sum;
  }
  for (const key of Object.keys(part)) {
    const value: unknown = Reflect.get(part, key);
    if (typeof value === "object" && value !== null) sum += weighPart(value);
    else if (typeof value === "string" && (key === "text" || key === "alt_text")) sum += value.length;
  }
  return sum;
}

/** Texts beside each other in one block: less air, the same words. */
function joinTexts(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  const joined: KnownBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === "rich_text" && last?.type === "rich_text")
      joined[joined.length - 1] = { ...last, elements: [...last.elements, ...block.elements] };
    else joined.push(block);
  }
  return joined;
}

function keepWhatActs(blocks: readonly KnownBlock[], surface: Surface, language: Language): readonly KnownBlock[] {
  const note = quietLine(words(language)("slack.leftOut"));
  let left = { blocks: surface.blocks - note.length, weight: surface.weight - weighAll(note) };
  const kept = new Set<KnownBlock>();
  for (const block of [...blocks.filter(acts), ...blocks.filter((one) => !acts(one))]) {
    const weight = weigh(block);
    if (left.blocks === 0 || weight > left.weight) continue;
    left = { blocks: left.blocks - 1, weight: left.weight - weight };
    kept.add(block);
  }
  return [...blocks.filter((block) => kept.has(block)), ...note];
}

function acts({ type }: KnownBlock): boolean {
  return type === "actions" || type === "input" || type === "section";
}
