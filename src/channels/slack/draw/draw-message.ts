import type { KnownBlock } from "@slack/types";
import type { Message } from "../../../message/message.ts";
import { drawBlock } from "./blocks/draw-block.ts";
import { fitBlocks, MESSAGE, type Surface } from "./blocks/fit-blocks.ts";
import { richText, run, topLevelText } from "./blocks/text-objects.ts";
import type { SlackDrawing } from "./drawing.ts";

/** A message as Slack takes it: `text` for notifications and screen readers, escaped; blocks for the eye. */
export interface SlackMessageBody {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** Pure; within Slack's limits whatever the message holds, and what people wrote is literal text. */
export function drawMessage(message: Message, drawing: SlackDrawing): SlackMessageBody {
  return { text: topLevelText(message.text), blocks: drawBlocks(message, drawing, MESSAGE) };
}

/** The blocks of a message for a surface; a message without anything to see shows its text. */
export function drawBlocks(message: Message, drawing: SlackDrawing, surface: Surface): readonly KnownBlock[] {
  const { blocks, language } = message;
  const drawn = fitBlocks(
    (room) => blocks.flatMap((block, nth) => drawBlock(block, { ...drawing, language, room, nth })),
    surface,
    language,
  );
  return drawn.length > 0 ? drawn : richText([run(topLevelText(message.text))]);
}
