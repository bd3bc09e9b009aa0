import type { Message } from "../../../../message/message.ts";
import { words } from "../../../../text/text.ts";
import { messageOf, paragraph } from "../../../draw/compose.ts";
import type { Listener } from "../../../scene.ts";

/** How a contact is logged by a line. */
export function drawHow({ language }: Listener): Message {
  return messageOf(language, [paragraph(words(language)("contacts.how"))]);
}
