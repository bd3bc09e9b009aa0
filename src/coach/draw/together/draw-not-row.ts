import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { button, choices, messageOf, paragraph } from "../compose.ts";
import { shorten } from "../shorten.ts";

const COLUMNS = 140;

/** How a row of the table is written, and the form of one. */
export function drawNotRow(
  { round, step, columns }: TellOf<"not-row">,
  { language }: Pick<Listener, "language">,
): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("turn.notRow", { columns: shorten(columns, COLUMNS) }).replace("….", "…")),
    choices([button(say("coach.button.addRow"), { kind: "row", round, step }, { opensForm: true })]),
  ]);
}
