import type { HomeView } from "@slack/types";
import type { Message } from "../../../message/message.ts";
import { HOME_VIEW } from "./blocks/fit-blocks.ts";
import { drawBlocks } from "./draw-message.ts";
import type { SlackDrawing } from "./drawing.ts";

/** A person's Home tab, for views.publish. What is tapped there is read as in a message. */
export function drawHome(message: Message, drawing: SlackDrawing): HomeView {
  return { type: "home", blocks: [...drawBlocks(message, drawing, HOME_VIEW)] };
}
