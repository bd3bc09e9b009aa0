import type { KnownBlock } from "@slack/types";
import type { Block } from "../../../../message/message.ts";
import type { BlockDrawing } from "../drawing.ts";
import { SLACK_LIMITS } from "../slack-limits.ts";
import { drawChoices } from "./draw-choices.ts";
import { drawFacts } from "./draw-facts.ts";
import { drawFormBlocks } from "./draw-form-blocks.ts";
import { drawLevels } from "./draw-levels.ts";
import { drawParagraph } from "./draw-paragraph.ts";
import { drawTable } from "./draw-table.ts";
import { plain, quietLine } from "./text-objects.ts";

export function drawBlock(block: Block, drawing: BlockDrawing): readonly KnownBlock[] {
  const { room } = drawing;
  switch (block.kind) {
    case "heading":
      return block.text.trim() === "" ? [] : [{ type: "header", text: plain(block.text, SLACK_LIMITS.header) }];
    case "paragraph":
      return drawParagraph(block.words, block.tone === "quiet", drawing);
    case "facts":
      return drawFacts(block.facts, room);
    case "choices":
      return drawChoices(block, drawing);
    case "levels":
      return drawLevels(block.options, drawing);
    case "form":
      return drawFormBlocks(block.form, drawing);
    case "progress":
      return quietLine([bar(block.done, block.total), block.label].filter((part) => part !== "").join(" "));
    case "picture": {
      const picture = drawing.picture(block.chart, block.alt);
      if (picture === undefined) return quietLine(block.alt);
      const alt_text = plain(block.alt, SLACK_LIMITS.altText).text;
      return [{ type: "image", slack_file: { id: picture.id }, alt_text }];
    }
    case "file":
      // Uploaded beside the message.
      return [];
    case "table":
      return drawTable(block, drawing);
    default:
      return block satisfies never;
  }
}

const LONGEST_BAR = 10;

/** One mark each up to ten, a share of ten beyond; nothing where there is nothing to count. */
function bar(done: number, total: number): string {
  if (!(total > 0)) return "";
  const length = Math.ceil(Math.min(total, LONGEST_BAR));
  const filled = Math.min(length, Math.max(0, Math.floor((done / total) * length)));
  return "▰".repeat(filled) + "▱".repeat(length - filled);
}
