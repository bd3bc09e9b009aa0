import type { Message } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { button, choices, messageOf, paragraph } from "../compose.ts";

export function drawJoinPeople(language: Language): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("joining.joinPeople")),
    choices([button(say("joining.joinPeopleButton"), { kind: "join-people" }, { primary: true, opensForm: true })]),
  ]);
}
